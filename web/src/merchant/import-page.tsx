import { useAction } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { ImportReport } from "../../../schemas/products.ts";
import { importProducts, tryImport } from "../data/imports.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Small, Stack, TextLink } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { ImportFiles } from "./import-files.tsx";
import { ImportLines } from "./import-lines.tsx";
import { ImportVerdict } from "./import-verdict.tsx";

const texts = () => productFormTexts().import;

/** A file of products: shown line by line before anything is written. */
export function ImportPage() {
  const [file, setFile] = createSignal<File>();
  const [plan, setPlan] = createSignal<ImportReport>();
  const [done, setDone] = createSignal<ImportReport>();
  const send = useAction(importProducts);
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const trial = createTask(async (chosen: File) => setPlan(await tryImport(chosen)));
  const run = createTask(async (chosen: File) => {
    setDone(await send(chosen));
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
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={
          <>
            {texts().lead} <TextLink href="/merchant/products">{productFormTexts().page.back}</TextLink>
          </>
        }
        actions={<ImportFiles />}
      />
      <Show when={done()}>{(report) => <Finished report={report()} />}</Show>
      <FormProblem problem={trial.problem()} />
      <Switch
        fallback={
          <Card>
            <Stack>
              <DropZone
                name="file"
                title={texts().choose}
                text={texts().chooseText}
                accept=".csv,text/csv"
                onFiles={([chosen]) => choose(chosen)}
              />
            </Stack>
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
              <ImportVerdict
                report={report()}
                problem={run.problem()}
                isRunning={run.isRunning()}
                onRun={() => void runNow(file(), run.run)}
                onOther={() => choose(undefined)}
              />
              <ImportLines lines={report().lines} counts={report().counts} />
            </Card>
          )}
        </Match>
      </Switch>
    </>
  );
}

const runNow = (file: File | undefined, run: (file: File) => Promise<boolean>) => file && run(file);

function Finished(props: { report: ImportReport }) {
  const count = (value: number) => formatCount(value, locale());
  return (
    <Notice
      tone="success"
      live
      action={
        <Button variant="secondary" size="small" href="/merchant/products">
          {texts().toProducts}
        </Button>
      }
    >
      {fill(texts().done, { create: count(props.report.counts.create), update: count(props.report.counts.update) })}
    </Notice>
  );
}
