import { Show } from "solid-js";
import type { OrderImportReport } from "../../../schemas/order-imports.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { intakeTexts } from "../text/intake/texts.ts";
import { Button } from "../ui/button.tsx";
import { Gutter } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { ImportFileCard } from "./import-file-card.tsx";
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
  return (
    <ImportFileCard
      texts={texts()}
      chooseText={props.text}
      onTry={(file) => props.onTry(file)}
      onRun={(file) => props.onRun(file)}
      review={(report, verdict) => (
        <>
          <Remarks report={report()} />
          <ImportVerdict
            {...verdict}
            report={{ ...report(), linesDone: 0 }}
            noRows={texts().noRows}
            nothing={texts().nothing}
          />
          <ImportLines lines={linesOf(report())} counts={report().counts} />
        </>
      )}
      finished={(report) => <Finished report={report()} />}
    />
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
