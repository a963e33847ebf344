import { Skeleton } from "./skeleton.tsx";

/** A page that is on its way. */
export function PageSkeleton() {
  return (
    <div class="mx-auto w-full max-w-page px-4 py-8 sm:px-6">
      <Skeleton shapes={["title", "short", "block", "line", "line", "line"]} />
    </div>
  );
}
