import { useAction } from "@solidjs/router";
import type { Coupon } from "../../../schemas/links.ts";
import { deleteCoupon } from "../data/links.ts";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";

/** Asks before a code stops to count. */
export function RemoveCouponDialog(props: { coupon: Coupon | undefined; onClose: () => void }) {
  const remove = useAction(deleteCoupon);
  const texts = () => linkTexts().coupons;
  return (
    <ConfirmDialog
      open={props.coupon !== undefined}
      title={fill(texts().removeTitle, { code: `\u2068${props.coupon?.code ?? ""}\u2069` })}
      text={texts().removeDetail}
      act={texts().remove}
      run={async () => props.coupon && remove(props.coupon.id)}
      onClose={props.onClose}
    />
  );
}
