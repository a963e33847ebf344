import RotateCw from "lucide-solid/icons/rotate-cw";
import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import type { createImageUploads } from "../image-uploads.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { FileProgress } from "../ui/file-progress.tsx";
import { IconButton } from "../ui/icon-button.tsx";

/** Pictures that are not there yet. */
export function PendingImages(props: { pending: ReturnType<typeof createImageUploads> }) {
  const texts = () => productFormTexts().images;
  return (
    <For each={props.pending.uploads()}>
      {(upload) => (
        <FileProgress
          name={upload.file.name}
          text={texts()[upload.state]}
          fault={upload.fault}
          actions={
            <Show when={upload.state === "failed"}>
              <IconButton
                label={`${texts().retry}: ${upload.file.name}`}
                onClick={() => props.pending.retry(upload.id)}
              >
                <RotateCw />
              </IconButton>
              <IconButton
                label={`${texts().dismiss}: ${upload.file.name}`}
                onClick={() => props.pending.dismiss(upload.id)}
              >
                <X />
              </IconButton>
            </Show>
          }
        />
      )}
    </For>
  );
}
