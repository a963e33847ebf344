import { useAction, useNavigate } from "@solidjs/router";
import Archive from "lucide-solid/icons/archive";
import CirclePause from "lucide-solid/icons/circle-pause";
import CirclePlay from "lucide-solid/icons/circle-play";
import Ellipsis from "lucide-solid/icons/ellipsis";
import Inbox from "lucide-solid/icons/inbox";
import Pencil from "lucide-solid/icons/pencil";
import { createSignal } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { updateProduct } from "../data/products.ts";
import { textIn } from "../product-text.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Menu, type MenuAction } from "../ui/menu.tsx";
import { type Stop, StopProductDialog } from "./stop-product-dialog.tsx";

/** What can be done with one product. */
export function ProductActions(props: { product: Product; onPage?: boolean }) {
  const navigate = useNavigate();
  const change = useAction(updateProduct);
  const [stopping, setStopping] = createSignal<Stop>();
  const texts = () => merchantTexts().products;
  const resume = createTask(() => change(props.product.id, { state: "active" }));
  const actions = (): MenuAction[] => [
    ...(props.product.state === "archived" || props.onPage
      ? []
      : [
          {
            text: texts().edit,
            icon: <Pencil />,
            onSelect: () => navigate(`/merchant/products/${props.product.id}`),
          },
        ]),
    {
      text: texts().requests,
      icon: <Inbox />,
      onSelect: () => navigate(`/merchant/requests?product=${props.product.id}`),
    },
    ...(props.product.state === "active"
      ? [{ text: texts().pause, icon: <CirclePause />, onSelect: () => void setStopping("pause") }]
      : []),
    ...(props.product.state === "paused"
      ? [{ text: texts().resume, icon: <CirclePlay />, onSelect: () => void resume.run() }]
      : []),
    ...(props.product.state === "archived"
      ? []
      : [
          {
            text: texts().archive,
            icon: <Archive />,
            danger: true,
            apart: true,
            onSelect: () => void setStopping("archive"),
          },
        ]),
  ];
  return (
    <>
      <Menu
        label={fill(texts().actions, { product: textIn(props.product.title) })}
        trigger={<Ellipsis />}
        actions={actions()}
      />
      <StopProductDialog product={props.product} stop={stopping()} onClose={() => setStopping()} />
      <Dialog
        open={resume.problem() !== undefined}
        onOpenChange={() => resume.forget()}
        title={texts().resume}
        actions={<Button onClick={() => resume.forget()}>{formTexts().understood}</Button>}
      >
        <FormProblem problem={resume.problem()} />
      </Dialog>
    </>
  );
}
