import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createSignal, onCleanup, onMount } from "solid-js";
import { formTexts } from "./text/forms/texts.ts";
import { Button } from "./ui/button.tsx";
import { Dialog } from "./ui/dialog.tsx";

/** Asks before typed work is left behind: within the site with a question, out of it with the browser's own. */
export function LeaveGuard(props: { when: boolean }) {
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    if (!props.when || event.defaultPrevented) return;
    event.preventDefault();
    setLeaving(() => event);
  });
  const ask = (event: BeforeUnloadEvent) => props.when && event.preventDefault();
  onMount(() => addEventListener("beforeunload", ask));
  onCleanup(() => removeEventListener("beforeunload", ask));
  const leave = () => {
    const event = leaving();
    setLeaving(undefined);
    event?.retry(true);
  };
  return (
    <Dialog
      open={leaving() !== undefined}
      onOpenChange={() => setLeaving(undefined)}
      title={formTexts().leaveTitle}
      text={formTexts().leaveDetail}
      actions={
        <>
          <Button onClick={() => setLeaving(undefined)}>{formTexts().stay}</Button>
          <Button variant="secondary" onClick={leave}>
            {formTexts().leave}
          </Button>
        </>
      }
    />
  );
}
