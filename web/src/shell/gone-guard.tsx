import { ErrorBoundary, type JSX } from "solid-js";
import { asProblem } from "../problem-error.ts";

/** Shows what is to be said when a thing is not there; every other failure goes on. `code` is the API's word for it. */
export function GoneGuard(props: { code: string; gone: JSX.Element; children: JSX.Element }) {
  return (
    <ErrorBoundary
      fallback={(thrown) => {
        if (asProblem(thrown).code !== props.code) throw thrown;
        return props.gone;
      }}
    >
      {props.children}
    </ErrorBoundary>
  );
}
