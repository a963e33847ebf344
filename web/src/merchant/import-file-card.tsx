import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { Card } from "../ui/card.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Small } from "../ui/layout.tsx";
import type { ImportVerdict } from "./import-verdict.tsx";

interface ImportFileCardProps<R> {
  readonly texts: { readonly choose: string; readonly reading: string; readonly review: string };
  /** What files hold, under the title of the place to drop them. */
  readonly chooseText: string;
  readonly onTry: (file: File) => Promise<R>;
  readonly onRun: (file: File) => Promise<R>;
  /** What the trial says, with what the verdict needs to go on. */
  readonly review: (
    report: () => R,
    verdict: Pick<Parameters<typeof ImportVerdict>[0], "problem" | "isRunning" | "onRun" | "onOther">,
  ) => JSX.Element;
  readonly finished: (report: () => R) => JSX.Element;
}

/** A file is chosen, shown line by line before anything is written, then done. */
export function ImportFileCard<R extends object>(props: ImportFileCardProps<R>) {
  const [file, setFile] = createSignal<File>();
  const [plan, setPlan] = createSignal<R>();
  const [done, setDone] = createSignal<R>();
  const trial = createTask(async (chosen: File) => {
    const report = await props.onTry(chosen);
    setPlan(() => report);
  });
  const run = createTask(async (chosen: File) => {
    const report = await props.onRun(chosen);
    setDone(() => report);
    setPlan();
    setFile();
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setPlan();
    setDone();
    run.forget();
    trial.forget();
    if (chosen) void trial.run(chosen);
  };
  const runNow = (chosen: File | undefined) => chosen && void run.run(chosen);
  const verdict = {
    get problem() {
      return run.problem();
    },
    get isRunning() {
      return run.isRunning();
    },
    onRun: () => runNow(file()),
    onOther: () => choose(undefined),
  };
  return (
    <>
      <Show when={done()}>{(report) => props.finished(report)}</Show>
      <FormProblem problem={trial.problem()} />
      <Switch
        fallback={
          <Card>
            <DropZone
              name="file"
              title={props.texts.choose}
              text={props.chooseText}
              accept=".csv,text/csv"
              onFiles={([chosen]) => choose(chosen)}
            />
          </Card>
        }
      >
        <Match when={trial.isRunning() && file()}>
          {(chosen) => (
            <Card>
              <Small>{fill(props.texts.reading, { file: chosen().name })}</Small>
            </Card>
          )}
        </Match>
        <Match when={plan()}>
          {(report) => (
            <Card title={fill(props.texts.review, { file: file()?.name ?? "" })} flush>
              {props.review(report, verdict)}
            </Card>
          )}
        </Match>
      </Switch>
    </>
  );
}
