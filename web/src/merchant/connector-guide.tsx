import type { Connector, ConnectorPlatform } from "../../../schemas/connectors.ts";
import { guideTexts } from "../text/integrations/guides/texts.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { CodeBlock } from "../ui/code-block.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import type { GuideStep } from "../ui/guide-steps.tsx";
import { TextLink } from "../ui/layout.tsx";
import { SNIPPET } from "./connector-place.ts";

/** What to fetch in the platform before it can be connected. */
export function stepsBefore(platform: ConnectorPlatform): readonly GuideStep[] {
  const guides = guideTexts();
  if (platform === "shopify") return [{ title: guides.shopify.secretStep }, { title: guides.shopify.noKeyStep }];
  if (platform === "youcan") return [{ title: guides.youcan.appStep }, { title: guides.youcan.secretStep }];
  return [];
}

/** What remains to be done in the platform once its connector is here; the secret when it has just been made. */
export function stepsAfter(connector: Connector, secret: string | null): readonly GuideStep[] {
  const guides = guideTexts();
  const address = () => <CopyField label={integrationTexts().page.url} value={connector.webhookUrl} />;
  const secretField = () => secret !== null && <CopyField label={integrationTexts().add.secret} value={secret} />;
  const snippet = () => <TextLink href={SNIPPET}>{integrationTexts().hub.snippet}</TextLink>;
  const { shopify, woocommerce, youcan, courier, postback } = guides;
  switch (connector.platform) {
    case "shopify":
      return [
        { title: shopify.createStep },
        { title: shopify.topicsStep },
        { title: shopify.urlStep, content: address() },
        { title: shopify.clickStep, content: snippet() },
        { title: shopify.testStep },
      ];
    case "woocommerce":
      return [
        { title: woocommerce.createStep },
        { title: woocommerce.topicsStep },
        { title: woocommerce.urlStep, content: address() },
        { title: woocommerce.secretStep, content: secretField() },
        { title: woocommerce.tokenStep },
        { title: woocommerce.clickStep, content: snippet() },
        { title: woocommerce.testStep },
      ];
    case "youcan":
      return [
        { title: youcan.subscribeStep, content: <CodeBlock label={youcan.command} text={subscription(connector)} /> },
        { title: youcan.clickStep, content: snippet() },
        { title: youcan.testStep },
      ];
    case "courier":
      return [
        {
          title: courier.giveStep,
          content: (
            <>
              {address()}
              {secretField()}
            </>
          ),
        },
        { title: courier.sendStep, content: <CodeBlock label={courier.example} text={COURIER_MESSAGE} /> },
        { title: courier.signStep },
        {
          title: courier.csvStep,
          content: <TextLink href="/merchant/orders/import">{integrationTexts().hub.import}</TextLink>,
        },
      ];
    case "postback":
      return [
        { title: postback.openStep, content: <CodeBlock label={postback.example} text={postbackOf(connector)} /> },
        { title: postback.signStep, content: secretField() },
        {
          title: postback.docsStep,
          content: (
            <TextLink href="/docs" newTab>
              {integrationTexts().hub.docs}
            </TextLink>
          ),
        },
      ];
  }
}

const COURIER_MESSAGE = JSON.stringify(
  {
    eventId: "evt-88211",
    orderId: "4821",
    trackingNumber: "MA852934707",
    label: "Livré",
    occurredAt: "2026-11-23T10:40:00Z",
    city: "Fès",
  },
  null,
  2,
);

function subscription({ webhookUrl }: Connector): string {
  const body = JSON.stringify({ event: "order.created", target_url: webhookUrl });
  return `curl -X POST https://api.youcan.shop/resthooks/subscribe \\
  -H "Authorization: Bearer ACCESS_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '${body}'`;
}

const postbackOf = ({ webhookUrl, id }: Connector) =>
  `${webhookUrl}?order_id=1001&amount_minor=45000&currency=MAD&payment=cod&click=SYS_CLICK&status=placed&event_id=1001-1&ts=UNIX_SECONDS&key=${id}&sig=SIGNATURE`;
