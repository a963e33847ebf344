import { createMemo, createSignal } from "solid-js";
import { faultOf } from "./fault.ts";
import { asProblem, type ProblemError } from "./problem-error.ts";

/** One act of a button: it runs once at a time, and its failure can be shown. `run` answers whether it succeeded. */
export function createTask<Args extends readonly unknown[]>(work: (...args: Args) => Promise<unknown>) {
  const [isRunning, setRunning] = createSignal(false);
  const [failure, setFailure] = createSignal<ProblemError>();
  const problem = createMemo(() => {
    const shown = failure();
    return shown && faultOf(shown);
  });
  const run = async (...args: Args): Promise<boolean> => {
    if (isRunning()) return false;
    setRunning(true);
    setFailure();
    try {
      await work(...args);
      return true;
    } catch (thrown) {
      setFailure(asProblem(thrown));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, problem, forget: () => setFailure() };
}
