import { intakeTexts } from "../text/intake/texts.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { type GuideStep, GuideSteps } from "../ui/guide-steps.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { FORM, WOOCOMMERCE } from "./snippet-code.ts";

const texts = () => intakeTexts().shops;

/** What to do in each kind of shop, in short. */
export function SnippetGuide() {
  const connect = (platform: string) => (
    <div>
      <Button variant="secondary" size="small" href={`/merchant/integrations/new?platform=${platform}`}>
        {texts().connect}
      </Button>
    </div>
  );
  const shopify = (): readonly GuideStep[] => [
    { title: texts().shopifyPaste },
    { title: texts().shopifyCart },
    { title: texts().shopifyConnect, content: connect("shopify") },
  ];
  const woocommerce = (): readonly GuideStep[] => [
    { title: texts().wooPaste },
    { title: texts().wooField, content: <CodeBlock label={texts().wooCode} text={WOOCOMMERCE} /> },
    { title: texts().wooConnect, content: connect("woocommerce") },
  ];
  const youcan = (): readonly GuideStep[] => [
    { title: texts().youcanPaste },
    { title: texts().youcanOrder },
    { title: texts().youcanConnect, content: connect("youcan") },
  ];
  const other = (): readonly GuideStep[] => [
    { title: texts().otherPaste },
    { title: texts().otherForm, content: <CodeBlock label={texts().otherFormCode} text={FORM} /> },
    { title: texts().otherApi },
  ];
  const platforms = () => integrationTexts().platforms;
  return (
    <Card title={intakeTexts().snippet.shops}>
      <Tabs
        label={intakeTexts().snippet.shops}
        tabs={[
          { value: "shopify", text: platforms().shopify, content: () => <GuideSteps steps={shopify()} /> },
          { value: "woocommerce", text: platforms().woocommerce, content: () => <GuideSteps steps={woocommerce()} /> },
          { value: "youcan", text: platforms().youcan, content: () => <GuideSteps steps={youcan()} /> },
          { value: "other", text: intakeTexts().snippet.other, content: () => <GuideSteps steps={other()} /> },
        ]}
      />
    </Card>
  );
}
