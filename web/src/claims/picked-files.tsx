import { createSignal, For, Show } from "solid-js";
import { EVIDENCE_MAX, EVIDENCE_MAX_BYTES, EVIDENCE_TYPES } from "../../../schemas/claims.ts";
import { scaleImage } from "../scale-image.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { Card } from "../ui/card.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { FileTiles, PickedFile } from "../ui/file-tiles.tsx";
import { Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { formatBytes, isolated } from "./claim-words.ts";

export const EVIDENCE_ACCEPT = EVIDENCE_TYPES.join();
const texts = () => claimTexts().page;

/** A file as it may be sent: a picture drawn anew, small and without metadata; a PDF as it is. */
export const readyEvidence = (file: File): Promise<File> =>
  file.type === "application/pdf" ? Promise.resolve(file) : scaleImage(file);

/** Files chosen for a claim that is not sent yet; one that cannot be sent is refused at once. */
export function createPickedFiles() {
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [fault, setFault] = createSignal<string>();
  const add = async (chosen: readonly File[]) => {
    setFault();
    for (const file of chosen) {
      const ready = await readyEvidence(file).catch(() => undefined);
      if (!ready) setFault(texts().unreadable);
      else if (ready.size > EVIDENCE_MAX_BYTES) setFault(texts().tooLarge);
      else setFiles((now) => [...now, ready].slice(0, EVIDENCE_MAX));
    }
  };
  const remove = (file: File) => setFiles((now) => now.filter((other) => other !== file));
  return { files, fault, add, remove };
}

/** Choosing the proofs that go with a new claim. */
export function PickedFiles(props: { title: string; picked: ReturnType<typeof createPickedFiles> }) {
  return (
    <Card title={props.title} text={texts().addText}>
      <Stack>
        <Show when={props.picked.fault()}>
          {(fault) => (
            <Notice tone="loss" live>
              {fault()}
            </Notice>
          )}
        </Show>
        <Show when={props.picked.files().length > 0}>
          <FileTiles label={props.title}>
            <For each={props.picked.files()}>
              {(file) => (
                <PickedFile
                  name={file.name}
                  detail={formatBytes(file.size)}
                  removeLabel={fill(texts().remove, { name: isolated(file.name) })}
                  onRemove={() => props.picked.remove(file)}
                />
              )}
            </For>
          </FileTiles>
        </Show>
        <Show when={props.picked.files().length < EVIDENCE_MAX}>
          <DropZone
            name="evidence"
            title={texts().choose}
            text={texts().chooseText}
            accept={EVIDENCE_ACCEPT}
            many
            onFiles={(chosen) => void props.picked.add(chosen)}
          />
        </Show>
      </Stack>
    </Card>
  );
}
