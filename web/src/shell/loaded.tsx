import RotateCw from "lucide-solid/icons/rotate-cw";
import { createEffect, ErrorBoundary, type JSX, Suspense } from "solid-js";
import { faultOf } from "../fault.ts";
import { asProblem } from "../problem-error.ts";
import { appTexts } from "../text/app/texts.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton, type SkeletonShape } from "../ui/skeleton.tsx";

/** A part of a page that waits for its own data: its shape while waiting, what went wrong when it fails. The rest stays. */
export function Loaded(props: { shapes: readonly SkeletonShape[]; again: () => void; children: JSX.Element }) {
  return (
    <ErrorBoundary
      fallback={(thrown, reset) => (
        <LoadFailure
          thrown={thrown}
          onAgain={() => {
            props.again();
            reset();
          }}
        />
      )}
    >
      <Suspense fallback={<Skeleton shapes={props.shapes} />}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}

function LoadFailure(props: { thrown: unknown; onAgain: () => void }) {
  const fault = () => faultOf(asProblem(props.thrown));
  // An unknown fault is a bug of ours: it belongs in the console too.
  createEffect(() => console.error(props.thrown));
  return (
    <Notice
      tone="loss"
      title={appTexts().loadFailedTitle}
      action={
        <Button variant="secondary" size="small" icon={<RotateCw />} onClick={() => props.onAgain()}>
          {appTexts().tryAgain}
        </Button>
      }
    >
      {fault().title} {fault().detail}
    </Notice>
  );
}
