import RotateCw from "lucide-solid/icons/rotate-cw";
import { createEffect, ErrorBoundary, type JSX, Show, Suspense } from "solid-js";
import { faultOf } from "../fault.ts";
import { asProblem } from "../problem-error.ts";
import { appTexts } from "../text/app/texts.ts";
import { uiTexts } from "../text/ui/texts.ts";
import { Button } from "../ui/button.tsx";
import { Code } from "../ui/code.tsx";
import { Inset } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton, type SkeletonShape } from "../ui/skeleton.tsx";

interface LoadedProps {
  readonly shapes: readonly SkeletonShape[];
  readonly again: () => void;
  /** Inside a card whose content reaches the edges: only what waits or failed keeps its distance. */
  readonly flush?: boolean;
  readonly children: JSX.Element;
}

/** A part of a page that waits for its own data: its shape while waiting, what went wrong when it fails. The rest stays. */
export function Loaded(props: LoadedProps) {
  const spaced = (content: JSX.Element) => (props.flush ? <Inset>{content}</Inset> : content);
  return (
    <ErrorBoundary
      fallback={(thrown, reset) =>
        spaced(
          <LoadFailure
            thrown={thrown}
            onAgain={() => {
              props.again();
              reset();
            }}
          />,
        )
      }
    >
      <Suspense fallback={spaced(<Skeleton shapes={props.shapes} />)}>{props.children}</Suspense>
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
      {fault().detail || fault().title}
      <Show when={fault().requestId}>
        {(id) => (
          <>
            {" "}
            {uiTexts().requestId} <Code>{id()}</Code>
          </>
        )}
      </Show>
    </Notice>
  );
}
