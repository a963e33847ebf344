import ExternalLink from "lucide-solid/icons/external-link";
import MessageCircle from "lucide-solid/icons/message-circle";
import { Match, Switch } from "solid-js";
import type { OwnStorefront } from "../../../schemas/storefronts.ts";
import { fill } from "../text/fill.ts";
import { storefrontEditTexts } from "../text/storefront-edit/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";

/** The address to share, or what is missing for one. */
export function StorefrontShare(props: { own: OwnStorefront }) {
  const texts = () => storefrontEditTexts();
  const whatsapp = (url: string) => `https://wa.me/?text=${encodeURIComponent(fill(texts().message, { url }))}`;
  return (
    <Switch>
      <Match when={props.own.handle === null}>
        <Card title={texts().noHandle}>
          <Stack>
            <Small>{texts().noHandleText}</Small>
            <Row>
              <Button href="/settings/profile">{texts().toProfile}</Button>
            </Row>
          </Stack>
        </Card>
      </Match>
      <Match when={props.own.published && props.own.url}>
        {(url) => (
          <Card title={texts().share} text={texts().shareText}>
            <Stack>
              <CopyField label={texts().address} value={url()} />
              <Row>
                <Button href={whatsapp(url())} icon={<MessageCircle />}>
                  {texts().whatsapp}
                </Button>
                <Button href={`/@${props.own.handle}`} variant="secondary" icon={<ExternalLink />}>
                  {texts().view}
                </Button>
              </Row>
            </Stack>
          </Card>
        )}
      </Match>
      <Match when={true}>
        <Card title={texts().share}>
          <Small>{texts().notPublished}</Small>
        </Card>
      </Match>
    </Switch>
  );
}
