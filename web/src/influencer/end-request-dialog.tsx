import { useAction } from "@solidjs/router";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { cancelRequest } from "../data/requests.ts";
import { textIn } from "../product-text.ts";
import { marketTexts } from "../text/market/texts.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Strong } from "../ui/layout.tsx";

interface EndRequestDialogProps {
  readonly request: AffiliationRequest | undefined;
  readonly onClose: () => void;
}

/** Takes a request back, or gives an affiliation up; says before what that ends. */
export function EndRequestDialog(props: EndRequestDialogProps) {
  const cancel = useAction(cancelRequest);
  const texts = () => marketTexts().requests;
  const isGivingUp = () => props.request?.state === "approved";
  return (
    <ConfirmDialog
      open={props.request !== undefined}
      title={isGivingUp() ? texts().giveUpTitle : texts().cancelTitle}
      text={isGivingUp() ? texts().giveUpDetail : texts().cancelDetail}
      act={isGivingUp() ? texts().giveUpAct : texts().cancel}
      keep={texts().keep}
      run={async () => props.request && cancel(props.request.id)}
      onClose={props.onClose}
    >
      <Strong>
        <bdi>{props.request ? textIn(props.request.product.title) : ""}</bdi>
      </Strong>
    </ConfirmDialog>
  );
}
