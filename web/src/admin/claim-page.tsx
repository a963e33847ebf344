import { ClaimView } from "../claims/claim-view.tsx";
import { ClaimDecision } from "./claim-decision.tsx";

/** One claim, as staff see it: both sides, and the decision. */
export function AdminClaimPage() {
  return <ClaimView reader="admin" act={(claim) => <ClaimDecision claim={claim} />} />;
}
