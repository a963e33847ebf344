import { ClaimList } from "../claims/claim-list.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { Button } from "../ui/button.tsx";

/** The influencer's claims, and the way to report a missing sale. */
export function InfluencerClaimsPage() {
  const texts = () => claimTexts().list;
  return (
    <ClaimList
      reader="influencer"
      lead={texts().leadInfluencer}
      emptyText={texts().emptyInfluencer}
      action={<Button href="/influencer/claims/new">{texts().newMissing}</Button>}
    />
  );
}
