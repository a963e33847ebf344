import MessageCircle from "lucide-solid/icons/message-circle";
import { createSignal } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { LOCALES, type Locale } from "../../../schemas/locales.ts";
import type { Product } from "../../../schemas/products.ts";
import { LANGUAGE_NAMES, locale } from "../locale.tsx";
import { formatWholeMad } from "../money.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { linkTexts, linkTextsIn } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ChatPreview } from "../ui/chat-preview.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Columns, Row, Small, Stack, Strong } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

const MESSAGE_MAX = 1000;
const texts = () => linkTexts().share;

/** A message in the language of those who read it, to be made one's own, and how it will look. */
export function ShareMessageCard(props: { link: Link; product: Product }) {
  const [language, setLanguage] = createSignal<Locale>(locale());
  const [message, setMessage] = createSignal(messageOf(props.link, props.product, locale()));
  const speak = (chosen: string) => {
    const known = LOCALES.find((each) => each === chosen) ?? locale();
    setLanguage(known);
    setMessage(messageOf(props.link, props.product, known));
  };
  return (
    <Card title={texts().whatsapp}>
      <Columns count={2} gap="loose">
        <Stack>
          <SelectField
            name="language"
            label={texts().language}
            options={LOCALES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
            value={language()}
            onChange={speak}
          />
          <TextareaField
            name="message"
            label={texts().message}
            hint={texts().messageHint}
            lang={language()}
            rows={5}
            maxlength={MESSAGE_MAX}
            value={message()}
            onInput={setMessage}
          />
          <Row>
            <Button
              icon={<MessageCircle />}
              href={`https://api.whatsapp.com/send?text=${encodeURIComponent(message())}`}
              newTab
            >
              {texts().openWhatsapp}
            </Button>
            <CopyButton value={message()}>{texts().copyMessage}</CopyButton>
          </Row>
        </Stack>
        <Preview link={props.link} product={props.product} message={message()} />
      </Columns>
    </Card>
  );
}

function Preview(props: { link: Link; product: Product; message: string }) {
  const text = () => `${formatWholeMad(props.product.priceMinor, locale())} · ${props.product.merchantName}`;
  return (
    <Stack gap="tight">
      <Strong>{texts().preview}</Strong>
      <ChatPreview
        image={props.product.images[0]?.url ?? null}
        title={textIn(props.product.title)}
        text={text()}
        host={new URL(props.link.url).host}
        message={props.message}
      />
      <Small>{texts().previewText}</Small>
    </Stack>
  );
}

function messageOf(link: Link, { title, priceMinor }: Product, language: Locale): string {
  const words = fill(linkTextsIn(language).share.say, {
    title: title[language] || title.fr,
    price: formatWholeMad(priceMinor, language),
  });
  return `${words}\n${link.url}`;
}
