import { createAsync, useAction } from "@solidjs/router";
import { ErrorBoundary, Show, Suspense } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { countActiveLinks } from "../data/affiliates.ts";
import { archiveProduct, updateProduct } from "../data/products.ts";
import { textIn } from "../product-text.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { pluralOf } from "../text/plural.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Strong } from "../ui/layout.tsx";

export type Stop = "pause" | "archive";

interface StopProductDialogProps {
  readonly product: Product;
  readonly stop: Stop | undefined;
  readonly onClose: () => void;
}

/** Asks before links stop, and says how many. */
export function StopProductDialog(props: StopProductDialogProps) {
  const change = useAction(updateProduct);
  const archive = useAction(archiveProduct);
  const texts = () => merchantTexts().products;
  const close = () => {
    task.forget();
    props.onClose();
  };
  const task = createTask(async (stop: Stop) => {
    if (stop === "pause") await change(props.product.id, { state: "paused" });
    else await archive(props.product.id);
    close();
  });
  const isArchiving = () => props.stop === "archive";
  return (
    <Dialog
      open={props.stop !== undefined}
      onOpenChange={close}
      title={isArchiving() ? texts().archiveTitle : texts().pauseTitle}
      text={isArchiving() ? texts().archiveDetail : texts().pauseDetail}
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button
            variant={isArchiving() ? "danger" : "primary"}
            loading={task.isRunning()}
            onClick={() => props.stop && void task.run(props.stop)}
          >
            {isArchiving() ? texts().archiveCount : texts().pauseCount}
          </Button>
        </>
      }
    >
      <Strong>
        <bdi>{textIn(props.product.title)}</bdi>
      </Strong>
      {/* The number is worth knowing, and not worth failing for. */}
      <ErrorBoundary fallback={null}>
        <Suspense>
          <StoppedLinks productId={props.product.id} />
        </Suspense>
      </ErrorBoundary>
      <FormProblem problem={task.problem()} />
    </Dialog>
  );
}

function StoppedLinks(props: { productId: string }) {
  const links = createAsync(() => countActiveLinks(props.productId));
  return <Show when={links()}>{(known) => <p>{stoppedText(known())}</p>}</Show>;
}

function stoppedText({ count, hasMore }: { count: number; hasMore: boolean }): string {
  const texts = merchantTexts().products;
  if (hasMore) return fill(texts.manyLinks, { count });
  if (count === 0) return texts.noLinks;
  if (count === 1) return texts.oneLink;
  if (count === 2) return texts.twoLinks;
  return fill(texts[`links${pluralOf(count)}`], { count });
}
