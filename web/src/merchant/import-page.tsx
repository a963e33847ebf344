import { useAction } from "@solidjs/router";
import type { ImportReport } from "../../../schemas/products.ts";
import { importProducts, tryImport } from "../data/imports.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { fill } from "../text/fill.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { ImportFileCard } from "./import-file-card.tsx";
import { ImportFiles } from "./import-files.tsx";
import { ImportLines } from "./import-lines.tsx";
import { ImportVerdict } from "./import-verdict.tsx";

const texts = () => productFormTexts().import;

/** A file of products: shown line by line before anything is written. */
export function ImportPage() {
  const send = useAction(importProducts);
  keepTitle(() => `${texts().title}, ShareYourSales`);
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
      <ImportFileCard
        texts={texts()}
        chooseText={texts().chooseText}
        onTry={tryImport}
        onRun={send}
        review={(report, verdict) => (
          <>
            <ImportVerdict {...verdict} report={report()} />
            <ImportLines lines={report().lines} counts={report().counts} />
          </>
        )}
        finished={(report) => <Finished report={report()} />}
      />
    </>
  );
}

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
