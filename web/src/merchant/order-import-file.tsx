import { createSignal, Match, Show, Switch } from "solid-js";
import type { OrderImportReport } from "../../../schemas/order-imports.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { intakeTexts } from "../text/intake/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Gutter, Small } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { ImportLines } from "./import-lines.tsx";
import { ImportVerdict } from "./import-verdict.tsx";

interface OrderImportFileProps {
  /** What files hold, under the title of the place to drop them. */
  readonly text: string;
  readonly onTry: (file: File) => Promise<OrderImportReport>;
  readonly onRun: (file: File) => Promise<OrderImportReport>;
}

const texts = () => intakeTexts().import;

/** A file of orders or parcels: shown line by line before anything is written. */
export function OrderImportFile(props: OrderImportFileProps) {
  const [file, setFile] = createSignal<File>();
  const [plan, setPlan] = createSignal<OrderImportReport>();
  const [done, setDone] = createSignal<OrderImportReport>();
  const trial = createTask(async (chosen: File) => setPlan(await props.onTry(chosen)));
  const run = createTask(async (chosen: File) => {
    setDone(await props.onRun(chosen));
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
  return (
    <>
      <Show when={done()}>{(report) => <Finished report={report()} />}</Show>
      <FormProblem problem={trial.problem()} />
      <Switch
        fallback={
          <Card>
            <DropZone
              name="file"
              title={texts().choose}
              text={props.text}
              accept=".csv,text/csv"
              onFiles={([chosen]) => choose(chosen)}
            />
          </Card>
        }
      >
        <Match when={trial.isRunning() && file()}>
          {(chosen) => (
            <Card>
              <Small>{fill(texts().reading, { file: chosen().name })}</Small>
            </Card>
          )}
        </Match>
        <Match when={plan()}>
          {(report) => (
            <Card title={fill(texts().review, { file: file()?.name ?? "" })} flush>
              <Remarks report={report()} />
              <ImportVerdict
                report={{ ...report(), linesDone: 0 }}
                noRows={texts().noRows}
                nothing={texts().nothing}
                problem={run.problem()}
                isRunning={run.isRunning()}
                onRun={() => runNow(file())}
                onOther={() => choose(undefined)}
              />
              <ImportLines lines={linesOf(report())} counts={report().counts} />
            </Card>
          )}
        </Match>
      </Switch>
    </>
  );
}

// A line of orders is named by its order alone.
function linesOf({ lines }: OrderImportReport) {
  return lines.map(({ orderId, ...line }) => ({ ...line, reference: orderId ?? "", title: "", changes: [] }));
}

// Lines that will be imported, or passed over, and that say something all the same.
function Remarks(props: { report: OrderImportReport }) {
  const remarks = () => props.report.lines.filter(({ action, errors }) => action !== "invalid" && errors.length > 0);
  const count = () => formatCount(remarks().length, locale());
  return (
    <Show when={remarks().length > 0 && props.report.counts.invalid === 0}>
      <Gutter>
        <Notice tone="attention">
          {remarks().length === 1 ? texts().oneRemark : fill(texts().remarks, { count: count() })}
        </Notice>
      </Gutter>
    </Show>
  );
}

function Finished(props: { report: OrderImportReport }) {
  const count = (value: number) => formatCount(value, locale());
  const counts = () => props.report.counts;
  return (
    <Notice
      tone="success"
      live
      action={
        <Button variant="secondary" size="small" href="/merchant/orders">
          {texts().toOrders}
        </Button>
      }
    >
      {fill(texts().done, {
        create: count(counts().create),
        update: count(counts().update),
        unchanged: count(counts().unchanged),
      })}
    </Notice>
  );
}
