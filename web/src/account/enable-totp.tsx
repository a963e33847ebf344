import { useAction } from "@solidjs/router";
import { enableTotp as enableSchema, type TotpSetup } from "../../../schemas/auth.ts";
import { csrfCookie } from "../csrf-cookie.ts";
import { enableTotp } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { renewSession } from "../renew-session.ts";
import { accountTexts } from "../text/account/texts.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row, Small, Stack, TextLink } from "../ui/layout.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { TextField } from "../ui/text-field.tsx";

interface EnableTotpProps {
  readonly setup: TotpSetup;
  readonly onEnabled: (recoveryCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** The secret goes to the authenticator; its first code proves that it arrived. */
export function EnableTotp(props: EnableTotpProps) {
  const send = useAction(enableTotp);
  const form = createForm({
    initial: { code: "" },
    schema: enableSchema,
    send: async (input) => {
      const recoveryCodes = await send(input);
      // The access token of this session still says "without a second step": the next one says "with".
      await renewSession(csrfCookie()).catch(() => false);
      return recoveryCodes;
    },
    sent: props.onEnabled,
  });
  const texts = () => accountTexts().security;
  return (
    <Stack gap="loose">
      <Stack>
        <p>
          <strong>{texts().scanTitle}</strong>
        </p>
        <Small>{texts().scanLead}</Small>
        <QrCode text={props.setup.uri} label={texts().qrLabel} />
        <TextLink href={props.setup.uri}>{texts().openApp}</TextLink>
        <CopyField label={texts().byHand} value={grouped(props.setup.secret)} />
      </Stack>
      <Form onSubmit={() => void form.submit()}>
        <p>
          <strong>{texts().codeTitle}</strong>
        </p>
        <FormProblem problem={form.problem()} labels={{ code: texts().code }} />
        <TextField
          {...form.text("code")}
          code
          inputmode="numeric"
          autocomplete="one-time-code"
          label={texts().code}
          maxlength={20}
          required
        />
        <Row>
          <Button type="submit" loading={form.isSending()}>
            {texts().enable}
          </Button>
          <Button variant="quiet" onClick={() => props.onCancel()}>
            {formTexts().cancel}
          </Button>
        </Row>
      </Form>
    </Stack>
  );
}

// Four by four, as people copy them by hand; authenticators pass over the spaces.
const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");
