import { ErrorBoundary, type JSX, Suspense } from "solid-js";
import { faultOf } from "../fault.ts";
import { asProblem } from "../problem-error.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** Around what is read from the API: its shape while it comes, why it did not, and another try. */
export function Listed(props: { retry: () => void; children: JSX.Element }) {
  return (
    <ErrorBoundary
      fallback={(thrown, reset) => {
        const fault = () => faultOf(asProblem(thrown));
        const again = () => {
          props.retry();
          reset();
        };
        return (
          <Notice
            tone="loss"
            title={fault().title}
            action={
              <Button variant="secondary" size="small" onClick={again}>
                {formTexts().retry}
              </Button>
            }
            live
          >
            {fault().detail}
          </Notice>
        );
      }}
    >
      <Suspense fallback={<Skeleton shapes={["title", "line", "short"]} />}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
