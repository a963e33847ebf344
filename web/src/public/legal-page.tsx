import { keepTitle } from "../page-title.ts";
import { legalTexts } from "../text/legal/texts.ts";
import { Prose } from "../ui/prose.tsx";

export function LegalPage() {
  keepTitle(() => `${legalTexts().termsTitle}, ShareYourSales`);
  return <Prose title={legalTexts().termsTitle} lead={legalTexts().termsLead} sections={legalTexts().terms} />;
}
