import { lazy, Suspense } from "solid-js";
import type { Side } from "../analytics/choice.ts";
import { Card } from "../ui/card.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { LiveState } from "./live-socket.ts";

// The words of analytics come after the page's first content.
const LiveToday = lazy(async () => ({ default: (await import("./live-today.tsx")).LiveToday }));

/** Today's numbers in their place, before and after they are there. */
export function Today(props: { side: Side; state: LiveState }) {
  return (
    <Suspense
      fallback={
        <Card>
          <Skeleton shapes={["title", "block"]} />
        </Card>
      }
    >
      <LiveToday side={props.side} state={props.state} />
    </Suspense>
  );
}
