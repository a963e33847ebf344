import { useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import { updateProfile as profileSchema, type UpdateProfile, type User } from "../../../schemas/users.ts";
import { updateProfile } from "../data/users.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { useSession } from "../session.tsx";
import { accountTexts } from "../text/account/texts.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SavedNotice } from "./saved-notice.tsx";

const inputsOf = ({ displayName, handle, phone }: User) => ({ displayName, handle: handle ?? "", phone: phone ?? "" });

/** Name, public name and phone. An emptied field is taken away. */
export function ProfileCard(props: { user: User }) {
  const session = useSession();
  const [wasSaved, setSaved] = createSignal(false);
  const send = useAction(updateProfile);
  const form = createForm({
    initial: inputsOf(props.user),
    schema: profileSchema,
    judged: ({ displayName, handle, phone }) => ({
      displayName,
      handle: handle.trim() === "" ? null : handle,
      phone: phone.trim() === "" ? null : phone,
    }),
    send: (data: UpdateProfile) => send(data),
    sent: (user) => {
      session.signIn(user);
      // As the server keeps it: the phone in its one form, the handle in small letters.
      form.reset(inputsOf(user));
      setSaved(true);
    },
  });
  const texts = () => accountTexts().profile;
  return (
    <Card title={texts().title} text={texts().lead}>
      <Form onSubmit={() => void form.submit()}>
        <FormProblem
          problem={form.problem()}
          labels={{ displayName: texts().name, handle: texts().handle, phone: texts().phone }}
        />
        <TextField {...form.text("displayName")} label={texts().name} autocomplete="name" required />
        <TextField
          {...form.text("handle")}
          label={texts().handle}
          hint={texts().handleHint}
          autocomplete="username"
          code
          optional
        />
        <TextField
          {...form.text("phone")}
          type="tel"
          inputmode="tel"
          label={texts().phone}
          hint={texts().phoneHint}
          autocomplete="tel"
          optional
        />
        <SavedNotice when={wasSaved() && !form.isDirty()} />
        <div>
          <Button type="submit" loading={form.isSending()}>
            {formTexts().save}
          </Button>
        </div>
      </Form>
      <LeaveGuard when={form.isDirty()} />
    </Card>
  );
}
