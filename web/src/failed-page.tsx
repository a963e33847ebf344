import RotateCw from "lucide-solid/icons/rotate-cw";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { Show } from "solid-js";
import { ProblemError } from "./problem-error.ts";
import { uiTexts } from "./text/ui/texts.ts";
import { Button } from "./ui/button.tsx";
import { Lone } from "./ui/lone.tsx";

/** What is shown when a page breaks: what happened, what to do, and the request's id when the API knows of it. */
export function FailedPage(props: { thrown: unknown; onRetry?: () => void }) {
  const isOffline = () => props.thrown instanceof ProblemError && props.thrown.code === "network.offline";
  const requestId = () => (props.thrown instanceof ProblemError ? props.thrown.requestId : undefined);
  return (
    <Lone
      icon={<TriangleAlert />}
      title={isOffline() ? uiTexts().offlineTitle : uiTexts().failedTitle}
      text={isOffline() ? uiTexts().offlineText : uiTexts().failedText}
      detail={
        <Show when={requestId()}>
          {(id) => (
            <>
              {uiTexts().requestId} <bdi>{id()}</bdi>
            </>
          )}
        </Show>
      }
      action={
        <Button icon={<RotateCw />} onClick={() => (props.onRetry ? props.onRetry() : location.reload())}>
          {uiTexts().reload}
        </Button>
      }
    />
  );
}
