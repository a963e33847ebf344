import { useAction } from "@solidjs/router";
import Phone from "lucide-solid/icons/phone";
import PhoneOff from "lucide-solid/icons/phone-off";
import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import type { OrderContact } from "../../../schemas/orders.ts";
import { type DeskEvent, orderContact, recordEvents } from "../data/orders.ts";
import { LANGUAGE_NAMES, locale } from "../locale.tsx";
import { orderAmountText } from "../orders/order-amount.tsx";
import { useSession } from "../session.tsx";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { orderTexts, orderTextsIn } from "../text/orders/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { PhoneNumber } from "../ui/phone-number.tsx";
import { Quote } from "../ui/quote.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { tell } from "../ui/toasts.tsx";
import { ToggleButtons } from "../ui/toggle-buttons.tsx";
import { orderName } from "./order-words.ts";

const texts = () => orderTexts().contact;
const LANGUAGES = ["fr", "ar"] as const;
type CustomerLanguage = (typeof LANGUAGES)[number];

interface OrderContactDialogProps {
  readonly order: Conversion | undefined;
  readonly onConfirm: (order: Conversion) => void;
  readonly onClose: () => void;
}

/** The customer's phone, read when this opens: to call, to write with a ready message, or to note that nobody answers. */
export function OrderContactDialog(props: OrderContactDialogProps) {
  return (
    <Dialog
      open={props.order !== undefined}
      onOpenChange={props.onClose}
      title={texts().title}
      text={fill(texts().text, { order: `\u2068${props.order ? orderName(props.order) : ""}\u2069` })}
    >
      <Show when={props.order} keyed>
        {(order) => <Contact {...props} order={order} />}
      </Show>
    </Dialog>
  );
}

function Contact(props: OrderContactDialogProps & { order: Conversion }) {
  const [contact, setContact] = createSignal<OrderContact>();
  // No query: what is read here is kept nowhere, and the list behind goes on being shown.
  const reading = createTask(async () => setContact(await orderContact(props.order.id)));
  onMount(() => void reading.run());
  return (
    <Switch fallback={<Skeleton shapes={["title", "line"]} />}>
      <Match when={reading.problem()}>{(fault) => <FormProblem problem={fault()} />}</Match>
      <Match when={contact()}>
        {(known) => (
          <Show when={known().phone} fallback={<Small>{texts().gone}</Small>}>
            {(phone) => <Reach {...props} phone={phone()} />}
          </Show>
        )}
      </Match>
    </Switch>
  );
}

function Reach(props: OrderContactDialogProps & { order: Conversion; phone: string }) {
  const session = useSession();
  const [language, setLanguage] = createSignal<CustomerLanguage>(locale() === "ar" ? "ar" : "fr");
  const message = () => readyMessage(props.order, language(), session.user()?.displayName ?? "");
  const digits = () => props.phone.replace(/\D/g, "");
  return (
    <Stack>
      <PhoneNumber>{props.phone}</PhoneNumber>
      <ToggleButtons
        label={texts().language}
        choices={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
        value={language()}
        onChange={(value) => setLanguage(value === "ar" ? "ar" : "fr")}
      />
      <Quote>{message()}</Quote>
      <Row>
        <Button icon={<Phone />} href={`tel:${props.phone}`}>
          {texts().call}
        </Button>
        <Button variant="secondary" newTab href={`https://wa.me/${digits()}?text=${encodeURIComponent(message())}`}>
          {texts().whatsapp}
        </Button>
      </Row>
      <AfterCall {...props} />
    </Stack>
  );
}

function AfterCall(props: OrderContactDialogProps & { order: Conversion }) {
  const send = useAction(recordEvents);
  const note = createTask(async () => {
    const event: DeskEvent["event"] = { eventId: crypto.randomUUID(), note: texts().noAnswerNote };
    await send([{ orderId: props.order.id, event }]);
    props.onClose();
    tell(texts().noted);
  });
  return (
    <>
      <FormProblem problem={note.problem()} />
      <Row>
        <Button variant="quiet" icon={<PhoneOff />} loading={note.isRunning()} onClick={() => void note.run()}>
          {texts().noAnswer}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            props.onClose();
            props.onConfirm(props.order);
          }}
        >
          {texts().confirm}
        </Button>
      </Row>
    </>
  );
}

function readyMessage(order: Conversion, language: CustomerLanguage, shop: string): string {
  const { ready, readyPrepaid, yourOrder } = orderTextsIn(language).contact;
  return fill(order.payment === "cod" ? ready : readyPrepaid, {
    shop,
    product: order.names?.product ?? yourOrder,
    amount: orderAmountText(order, order.amountMinor, language).replaceAll(/[\u00a0\u202f]/g, " "),
    order: orderName(order),
  });
}
