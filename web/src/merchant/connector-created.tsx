import { Show } from "solid-js";
import type { CreatedConnector } from "../../../schemas/connectors.ts";
import { fill } from "../text/fill.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { GuideSteps } from "../ui/guide-steps.tsx";
import { Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { stepsAfter } from "./connector-guide.tsx";
import { connectorHref } from "./connector-place.ts";

/** The connector is here: its secret, the one time it is known, and what remains to be done on the other side. */
export function ConnectorCreated(props: { created: CreatedConnector }) {
  const texts = () => integrationTexts().add;
  return (
    <Stack gap="loose">
      <Notice tone="success" title={fill(texts().doneTitle, { name: `\u2068${props.created.name}\u2069` })} live>
        {texts().doneText}
      </Notice>
      <Show when={props.created.secret}>
        {(secret) => (
          <Card>
            <Stack>
              <Notice tone="attention">{texts().secretOnce}</Notice>
              <CopyField label={texts().secret} value={secret()} />
            </Stack>
          </Card>
        )}
      </Show>
      <Card title={texts().after}>
        <GuideSteps steps={stepsAfter(props.created, null)} />
      </Card>
      <div>
        <Button href={connectorHref(props.created.id)}>{texts().seeConnector}</Button>
      </div>
    </Stack>
  );
}
