import Code2 from "lucide-solid/icons/code-xml";
import FileSpreadsheet from "lucide-solid/icons/file-spreadsheet";
import KeyRound from "lucide-solid/icons/key-round";
import Webhook from "lucide-solid/icons/webhook";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Item, ItemList } from "../ui/item-list.tsx";
import { Row, Small, TextLink } from "../ui/layout.tsx";
import { SNIPPET } from "./connector-place.ts";

const texts = () => integrationTexts().hub;

/** The ways beside connectors: the shop's snippet, keys, files, and webhooks in the other direction. */
export function OtherWays() {
  const ways = () => [
    { icon: <Code2 />, title: texts().snippet, text: texts().snippetText, href: SNIPPET },
    { icon: <KeyRound />, title: texts().keys, text: texts().keysText, href: "/settings/api-keys" },
    { icon: <FileSpreadsheet />, title: texts().import, text: texts().importText, href: "/merchant/orders/import" },
    { icon: <Webhook />, title: texts().webhooks, text: texts().webhooksText, href: "/settings/webhooks" },
  ];
  return (
    <>
      <Card title={texts().others} flush>
        <ItemList label={texts().others} items={ways()}>
          {(way) => (
            <Item
              icon={way.icon}
              title={way.title}
              action={
                <Button variant="secondary" size="small" href={way.href} label={`${texts().open}: ${way.title}`}>
                  {texts().open}
                </Button>
              }
            >
              {way.text}
            </Item>
          )}
        </ItemList>
      </Card>
      <Row>
        <Small>
          <TextLink href="/docs" newTab>
            {texts().docs}
          </TextLink>
        </Small>
      </Row>
    </>
  );
}
