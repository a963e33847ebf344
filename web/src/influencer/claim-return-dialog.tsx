import { useAction } from "@solidjs/router";
import type { Claim } from "../../../schemas/claims.ts";
import { isolated } from "../claims/claim-words.ts";
import { amountText } from "../claims/order-words.ts";
import { answerClaim } from "../data/claims.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";

const texts = () => claimTexts().answer;

/** The influencer agrees that an order came back, knowing what it costs. */
export function ClaimReturnDialog(props: { claim: Claim; open: boolean; onClose: () => void }) {
  const send = useAction(answerClaim);
  const what = () => {
    const { amountMinor, currency } = props.claim;
    return amountMinor === null ? texts().whatAll : isolated(amountText(amountMinor, currency));
  };
  return (
    <ConfirmDialog
      open={props.open}
      title={texts().acceptReturnTitle}
      text={fill(texts().acceptReturnText, { what: what() })}
      act={texts().accept}
      variant="primary"
      run={() => send(props.claim.id, { answer: "accept", message: "" })}
      onClose={props.onClose}
    />
  );
}
