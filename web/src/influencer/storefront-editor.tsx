import { useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import { type OwnStorefront, updateStorefront as schema } from "../../../schemas/storefronts.ts";
import { SavedNotice } from "../account/saved-notice.tsx";
import { updateStorefront } from "../data/storefronts.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { StorefrontView } from "../public/storefront-view.tsx";
import { useSession } from "../session.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { storefrontEditTexts } from "../text/storefront-edit/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Small, Stack } from "../ui/layout.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { SeenOnly } from "../ui/seen-only.tsx";
import { inputsOf, judgedStorefront, previewOf } from "./storefront-inputs.ts";
import { StorefrontItems } from "./storefront-items.tsx";
import { StorefrontLook } from "./storefront-look.tsx";
import { StorefrontShare } from "./storefront-share.tsx";

/** Everything about the storefront in one form, with what visitors would see beside it. */
export function StorefrontEditor(props: { own: OwnStorefront }) {
  const [wasSaved, setSaved] = createSignal(false);
  const session = useSession();
  const send = useAction(updateStorefront);
  const texts = () => storefrontEditTexts();
  const form = createForm({
    initial: inputsOf(props.own),
    schema,
    judged: judgedStorefront,
    send: (data) => send(data),
    sent: (own: OwnStorefront) => {
      form.reset(inputsOf(own));
      setSaved(true);
    },
  });
  const name = () => session.user()?.displayName ?? texts().previewName;
  return (
    <MainAndSide
      side={
        <>
          <StorefrontShare own={props.own} />
          <Card title={texts().preview}>
            <SeenOnly>
              <StorefrontView storefront={previewOf(props.own, form.values(), name())} />
            </SeenOnly>
          </Card>
        </>
      }
    >
      <Form label={texts().title} onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ "headline.fr": texts().headline, linkIds: texts().items }} />
        <StorefrontItems own={props.own} form={form} />
        <StorefrontLook form={form} />
        <Card>
          <Stack>
            <Checkbox {...form.check("published")} disabled={props.own.handle === null}>
              {texts().publish}
              <Small>{texts().publishText}</Small>
            </Checkbox>
            <SavedNotice when={wasSaved() && !form.isDirty()} />
            <div>
              <Button type="submit" size="large" loading={form.isSending()}>
                {formTexts().save}
              </Button>
            </div>
          </Stack>
        </Card>
      </Form>
      <LeaveGuard when={form.isDirty()} />
    </MainAndSide>
  );
}
