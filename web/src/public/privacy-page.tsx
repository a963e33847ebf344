import { keepTitle } from "../page-title.ts";
import { legalTexts } from "../text/legal/texts.ts";
import { Prose } from "../ui/prose.tsx";

export function PrivacyPage() {
  keepTitle(() => `${legalTexts().privacyTitle}, ShareYourSales`);
  return <Prose title={legalTexts().privacyTitle} lead={legalTexts().privacyLead} sections={legalTexts().privacy} />;
}
