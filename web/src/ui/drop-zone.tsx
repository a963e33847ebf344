import Upload from "lucide-solid/icons/upload";
import { createSignal } from "solid-js";

/** Files by choosing or by dropping. */
export function DropZone(props: {
  name: string;
  title: string;
  text: string;
  accept: string;
  many?: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const [isOver, setOver] = createSignal(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) props.onFiles(props.many ? files : files.slice(0, 1));
  };
  return (
    <label
      class={`grid justify-items-center gap-1 rounded-lg border border-dashed px-5 py-6 text-center transition-colors duration-150 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-majorelle ${isOver() ? "border-majorelle bg-majorelle-wash" : "border-line-strong bg-surface hover:bg-sunken"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        id={props.name}
        name={props.name}
        type="file"
        class="sr-only"
        accept={props.accept}
        multiple={props.many}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was corrected.
          event.currentTarget.value = "";
        }}
      />
      <Upload class="size-6 text-majorelle-ink" />
      <span class="font-medium">{props.title}</span>
      <span class="text-sm text-ink-soft">{props.text}</span>
    </label>
  );
}
