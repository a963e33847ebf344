import { useAction } from "@solidjs/router";
import type { Coupon } from "../../../schemas/links.ts";
import { deleteCoupon } from "../data/links.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

/** Asks before a code stops to count. */
export function RemoveCouponDialog(props: { coupon: Coupon | undefined; onClose: () => void }) {
  const remove = useAction(deleteCoupon);
  const texts = () => linkTexts().coupons;
  const close = () => {
    task.forget();
    props.onClose();
  };
  const task = createTask(async (id: string) => {
    await remove(id);
    close();
  });
  return (
    <Dialog
      open={props.coupon !== undefined}
      onOpenChange={close}
      title={fill(texts().removeTitle, { code: `\u2068${props.coupon?.code ?? ""}\u2069` })}
      text={texts().removeDetail}
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button
            variant="danger"
            loading={task.isRunning()}
            onClick={() => props.coupon && void task.run(props.coupon.id)}
          >
            {texts().remove}
          </Button>
        </>
      }
    >
      <FormProblem problem={task.problem()} />
    </Dialog>
  );
}
