import { AnswerCard } from "../claims/answer-card.tsx";
import { ClaimView } from "../claims/claim-view.tsx";
import { ClaimAcceptDialog } from "./claim-accept-dialog.tsx";

/** One claim, as the merchant sees it: a missing sale asks which order it is. */
export function MerchantClaimPage() {
  return (
    <ClaimView
      reader="merchant"
      act={(claim) => (
        <AnswerCard
          claim={claim}
          accepting={(open, onClose) => <ClaimAcceptDialog claimId={claim.id} open={open()} onClose={onClose} />}
        />
      )}
    />
  );
}
