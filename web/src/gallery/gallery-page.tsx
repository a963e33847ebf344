import { keepTitle } from "../page-title.ts";
import { Brand } from "../ui/brand.tsx";
import { LanguageMenu } from "../ui/language-menu.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { ThemeMenu } from "../ui/theme-menu.tsx";
import { ActionPieces } from "./action-pieces.tsx";
import { ChartPieces } from "./chart-pieces.tsx";
import { FieldPieces } from "./field-pieces.tsx";
import { ListPieces } from "./list-pieces.tsx";
import { MoneyPieces } from "./money-pieces.tsx";
import { OfferPieces } from "./offer-pieces.tsx";
import { OrderPieces } from "./order-pieces.tsx";
import { OverlayPieces } from "./overlay-pieces.tsx";
import { StatePieces } from "./state-pieces.tsx";

/** Every piece of the design system in every state: for those who build pages. The menus switch language and theme. */
export function GalleryPage() {
  keepTitle(() => "ui");
  return (
    <main id="content">
      <Section
        title="ui"
        action={
          <Row>
            <Brand />
            <LanguageMenu />
            <ThemeMenu />
          </Row>
        }
      >
        <Stack gap="section">
          <PageHeader title="PageHeader" lead="web/src/ui" actions={<LanguageMenu />} />
          <ActionPieces />
          <FieldPieces />
          <ListPieces />
          <StatePieces />
          <MoneyPieces />
          <ChartPieces />
          <OfferPieces />
          <OrderPieces />
          <OverlayPieces />
        </Stack>
      </Section>
    </main>
  );
}
