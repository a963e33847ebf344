import { Show } from "solid-js";
import { formTexts } from "../text/forms/texts.ts";
import { Notice } from "../ui/notice.tsx";

/** Says that what stands in the form is kept, until something is typed again. */
export function SavedNotice(props: { when: boolean; text?: string }) {
  return (
    <Show when={props.when}>
      <Notice tone="success" live>
        {props.text ?? formTexts().saved}
      </Notice>
    </Show>
  );
}
