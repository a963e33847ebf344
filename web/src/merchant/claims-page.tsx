import { ClaimList } from "../claims/claim-list.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { Button } from "../ui/button.tsx";

/** The merchant's claims, and the way to take an order back after its hold. */
export function MerchantClaimsPage() {
  const texts = () => claimTexts().list;
  return (
    <ClaimList
      reader="merchant"
      lead={texts().leadMerchant}
      emptyText={texts().emptyMerchant}
      action={
        <Button variant="secondary" href="/merchant/claims/new">
          {texts().newReturn}
        </Button>
      }
    />
  );
}
