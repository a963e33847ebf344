import { createAsync, useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { createRequest as createSchema } from "../../../schemas/requests.ts";
import type { SocialAccount } from "../../../schemas/social.ts";
import { createRequest } from "../data/requests.ts";
import { ownAccounts } from "../data/social.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

/** Asks a merchant to recommend their product. */
export function AskForm(props: { productId: string }) {
  const send = useAction(createRequest);
  const texts = () => marketTexts().product;
  const accounts = createAsync(() => ownAccounts());
  const form = createForm({
    initial: { message: "", socialAccountId: "" },
    schema: createSchema,
    judged: ({ message, socialAccountId }) => ({
      message,
      productId: props.productId,
      socialAccountId: socialAccountId || null,
    }),
    send: (data) => send(data),
  });
  return (
    <Card title={texts().askTitle} text={texts().askLead}>
      <LeaveGuard when={form.isDirty()} />
      <Form label={texts().askTitle} onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ message: texts().message, socialAccountId: texts().account }} />
        <TextareaField
          {...form.text("message")}
          label={texts().message}
          hint={texts().messageHint}
          rows={4}
          maxlength={1000}
          optional
        />
        <Show when={accounts()?.length}>
          <SelectField
            {...form.text("socialAccountId")}
            label={texts().account}
            hint={texts().accountHint}
            options={[{ value: "", text: texts().noAccount }, ...(accounts() ?? []).map(choiceOf)]}
          />
        </Show>
        <Button type="submit" wide loading={form.isSending()}>
          {texts().ask}
        </Button>
      </Form>
    </Card>
  );
}

const NETWORKS = { instagram: "Instagram", tiktok: "TikTok", facebook: "Facebook" } as const;

// The isolates keep a Latin name in its place within an Arabic line.
function choiceOf({ id, provider, username, followers }: SocialAccount) {
  const name = `${NETWORKS[provider]} \u2068@${username}\u2069`;
  return {
    value: id,
    text: fill(marketTexts().product.accountChoice, { name, followers: formatCount(followers, locale()) }),
  };
}
