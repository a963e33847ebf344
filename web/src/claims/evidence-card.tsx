import { useAction } from "@solidjs/router";
import RotateCw from "lucide-solid/icons/rotate-cw";
import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { type Claim, EVIDENCE_MAX } from "../../../schemas/claims.ts";
import { addEvidence } from "../data/claims.ts";
import { createImageUploads } from "../image-uploads.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { Card } from "../ui/card.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { FileProgress } from "../ui/file-progress.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import type { Party } from "./claim-words.ts";
import { EVIDENCE_ACCEPT, readyEvidence } from "./picked-files.tsx";

const texts = () => claimTexts().page;

/** Laying more beside a claim that is not decided yet; each file is kept at once. */
export function EvidenceCard(props: { claim: Claim; party: Party }) {
  const send = useAction(addEvidence);
  const pending = createImageUploads(
    readyEvidence,
    (file) => send(props.claim.id, file),
    () => texts().unreadable,
  );
  const isFull = () => props.claim.evidence.filter(({ by }) => by === props.party).length >= EVIDENCE_MAX;
  return (
    <Card title={texts().addTitle} text={texts().addText}>
      <Stack>
        <For each={pending.uploads()}>
          {(upload) => (
            <FileProgress
              name={upload.file.name}
              text={texts()[upload.state]}
              fault={upload.fault}
              actions={
                <Show when={upload.state === "failed"}>
                  <IconButton label={`${texts().retry}: ${upload.file.name}`} onClick={() => pending.retry(upload.id)}>
                    <RotateCw />
                  </IconButton>
                  <IconButton
                    label={`${texts().dismiss}: ${upload.file.name}`}
                    onClick={() => pending.dismiss(upload.id)}
                  >
                    <X />
                  </IconButton>
                </Show>
              }
            />
          )}
        </For>
        <Show when={!isFull()} fallback={<Small>{texts().full}</Small>}>
          <DropZone
            name="evidence"
            title={texts().choose}
            text={texts().chooseText}
            accept={EVIDENCE_ACCEPT}
            many
            onFiles={pending.add}
          />
        </Show>
      </Stack>
    </Card>
  );
}
