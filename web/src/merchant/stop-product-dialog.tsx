import { createAsync, useAction } from "@solidjs/router";
import { ErrorBoundary, Show, Suspense } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { countActiveLinks } from "../data/affiliates.ts";
import { archiveProduct, updateProduct } from "../data/products.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { pluralOf } from "../text/plural.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
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
  const isArchiving = () => props.stop === "archive";
  return (
    <ConfirmDialog
      open={props.stop !== undefined}
      title={isArchiving() ? texts().archiveTitle : texts().pauseTitle}
      text={isArchiving() ? texts().archiveDetail : texts().pauseDetail}
      act={isArchiving() ? texts().archiveCount : texts().pauseCount}
      variant={isArchiving() ? "danger" : "primary"}
      run={() => (isArchiving() ? archive(props.product.id) : change(props.product.id, { state: "paused" }))}
      onClose={props.onClose}
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
    </ConfirmDialog>
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
