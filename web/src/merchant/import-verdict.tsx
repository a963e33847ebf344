import { Match, Show, Switch } from "solid-js";
import type { ImportReport } from "../../../schemas/products.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Button } from "../ui/button.tsx";
import { type FormFault, FormProblem } from "../ui/form-problem.tsx";
import { Gutter, Row } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";

interface ImportVerdictProps {
  readonly report: Pick<ImportReport, "counts" | "linesDone" | "linesTotal">;
  /** What to say of a file without lines. */
  readonly noRows?: string;
  /** What to say of one that tells nothing new. */
  readonly nothing?: string;
  readonly problem: FormFault | undefined;
  readonly isRunning: boolean;
  readonly onRun: () => void;
  readonly onOther: () => void;
}

/** Whether the file may be imported, and the button that does it. */
export function ImportVerdict(props: ImportVerdictProps) {
  const texts = () => productFormTexts().import;
  const count = (value: number) => ({ count: formatCount(value, locale()) });
  const faults = () => props.report.counts.invalid;
  const work = () => props.report.counts.create + props.report.counts.update;
  const isPartial = () => props.report.linesDone > 0 && props.report.linesDone < props.report.linesTotal;
  return (
    <Gutter>
      <Show when={isPartial()}>
        <Notice tone="info">
          {fill(texts().partial, { done: props.report.linesDone, total: props.report.linesTotal })}
        </Notice>
      </Show>
      <Switch>
        <Match when={faults() > 0}>
          <Notice tone="loss">{faults() === 1 ? texts().oneFault : fill(texts().faults, count(faults()))}</Notice>
        </Match>
        <Match when={props.report.linesTotal === 0}>
          <Notice tone="attention">{props.noRows ?? texts().noRows}</Notice>
        </Match>
        <Match when={work() === 0}>
          <Notice tone="success">{props.nothing ?? texts().nothing}</Notice>
        </Match>
      </Switch>
      {/* The lines are listed below: the faults are said there. */}
      <FormProblem problem={props.problem && { ...props.problem, errors: undefined }} />
      <Row>
        <Show when={faults() === 0 && work() > 0}>
          <Button loading={props.isRunning} onClick={() => props.onRun()}>
            {work() === 1 ? texts().runOne : isPartial() ? texts().resume : fill(texts().run, count(work()))}
          </Button>
        </Show>
        <Button variant="secondary" onClick={() => props.onOther()}>
          {texts().other}
        </Button>
      </Row>
    </Gutter>
  );
}
