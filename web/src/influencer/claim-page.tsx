import { AnswerCard } from "../claims/answer-card.tsx";
import { ClaimView } from "../claims/claim-view.tsx";
import { ClaimReturnDialog } from "./claim-return-dialog.tsx";

/** One claim, as the influencer sees it: a return asks for an answer. */
export function InfluencerClaimPage() {
  return (
    <ClaimView
      reader="influencer"
      act={(claim) => (
        <AnswerCard
          claim={claim}
          accepting={(open, onClose) => <ClaimReturnDialog claim={claim} open={open()} onClose={onClose} />}
        />
      )}
    />
  );
}
