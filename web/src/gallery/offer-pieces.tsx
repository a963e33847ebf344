import { appTexts } from "../text/app/texts.ts";
import { marketTexts } from "../text/market/texts.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { AsideLayout } from "../ui/aside-layout.tsx";
import { Card } from "../ui/card.tsx";
import { ChatPreview } from "../ui/chat-preview.tsx";
import { DateField } from "../ui/date-field.tsx";
import { FactLine } from "../ui/fact-line.tsx";
import { Stack } from "../ui/layout.tsx";
import { LinkTree } from "../ui/link-tree.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { OfferCard, OfferGrid } from "../ui/offer-card.tsx";
import { PictureGallery } from "../ui/picture-gallery.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { WrittenText } from "../ui/written-text.tsx";

const TITLES = [
  "Djellaba",
  "جلابة",
  "Djellaba brodée main, sfifa de soie, coupe ample, du S au XXXL, sur mesure à Fès",
];

/** What is on offer, and what is known of it. */
export function OfferPieces() {
  return (
    <Stack gap="loose">
      <Card title="OfferGrid, OfferCard, FactLine">
        <OfferGrid label="OfferGrid" offers={TITLES}>
          {(title) => <Offer title={title} />}
        </OfferGrid>
      </Card>
      <Card title="AsideLayout, LinkTree">
        <AsideLayout
          aside={
            <LinkTree
              label={marketTexts().list.categories}
              links={[
                { href: "/ui", text: marketTexts().list.allCategories, current: false },
                {
                  href: "/ui",
                  text: marketTexts().list.kindProduct,
                  count: "12",
                  current: false,
                  links: [{ href: "/ui", text: "Djellaba", count: "3", current: true }],
                },
              ]}
            />
          }
        >
          <WrittenText text={`${publicTexts().returnedText}\n\n${publicTexts().lead}`} />
        </AsideLayout>
      </Card>
      <MainAndSide
        side={
          <Card title="DateField">
            <Stack>
              <DateField name="day" label={appTexts().date} value="2026-11-25" optional />
              <DateField name="wrongDay" label={appTexts().date} error={publicTexts().returnedText} />
            </Stack>
          </Card>
        }
      >
        <Card title="PictureGallery">
          <PictureGallery label={marketTexts().product.photos} pictures={[]} />
        </Card>
        <Card title="ChatPreview">
          <ChatPreview
            image={null}
            title="Djellaba"
            text="450 DH"
            host="shareyoursales.ma"
            message="https://shareyoursales.ma/r/djellaba"
          />
        </Card>
      </MainAndSide>
    </Stack>
  );
}

function Offer(props: { title: string }) {
  const texts = () => marketTexts().offer;
  return (
    <OfferCard
      heading="h3"
      href="/ui"
      title={props.title}
      from="Maison Fassia"
      image={undefined}
      badge={<Tag>{texts().outOfStock}</Tag>}
      price={<Amount minor={45_000} size="small" />}
      gainName={texts().perSale}
      gain={<Amount minor={6750} size="large" />}
      gainNote={texts().flat}
      facts={
        <FactLine
          facts={[
            {
              name: texts().epc,
              value: <Amount minor={215} size="small" />,
              why: <Why of={texts().epc}>{texts().epcWhy}</Why>,
            },
          ]}
        />
      }
      place={texts().everywhere}
    />
  );
}
