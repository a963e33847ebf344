import type { ConnectorPlatform } from "../../../schemas/connectors.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { TextField, type TextFieldProps } from "../ui/text-field.tsx";
import type { ConnectorInputs } from "./connector-inputs.ts";

const texts = () => integrationTexts().add;

/** The names of these fields in what is wrong on top of a form. */
export const pollingLabels = () => ({
  "polling.apiUrl": texts().apiUrl,
  "polling.token": texts().token,
  "polling.everyMinutes": texts().every,
});

export type PollingInputs = Pick<ConnectorInputs, `polling.${"apiUrl" | "token" | "everyMinutes"}`>;
/** Any form that holds these fields. */
interface PollingForm {
  readonly text: (name: keyof PollingInputs) => Omit<TextFieldProps, "label">;
}

/** Where a shop's API is, the token to read it with, and how often. */
export function PollingFields(props: { platform: ConnectorPlatform; form: PollingForm }) {
  const isYoucan = () => props.platform === "youcan";
  return (
    <>
      <TextField
        {...props.form.text("polling.apiUrl")}
        type="url"
        inputmode="url"
        label={texts().apiUrl}
        hint={isYoucan() ? texts().apiUrlYoucanHint : texts().apiUrlWooHint}
        autocomplete="off"
        required
      />
      <TextField
        {...props.form.text("polling.token")}
        type="password"
        label={texts().token}
        hint={isYoucan() ? texts().tokenYoucanHint : texts().tokenWooHint}
        autocomplete="off"
        required
      />
      <TextField
        {...props.form.text("polling.everyMinutes")}
        inputmode="numeric"
        label={texts().every}
        code
        maxlength={4}
        required
      />
    </>
  );
}
