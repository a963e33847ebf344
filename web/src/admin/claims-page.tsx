import { ClaimList } from "../claims/claim-list.tsx";
import { claimTexts } from "../text/claims/texts.ts";

/** Everybody's claims: what waits for a decision first. */
export function AdminClaimsPage() {
  const texts = () => claimTexts().list;
  return <ClaimList reader="admin" lead={texts().leadAdmin} emptyText={texts().emptyAdmin} />;
}
