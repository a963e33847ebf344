import { LeaveGuard } from "../leave-guard.tsx";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";

/** A new secret, the one time it is known. */
export function WebhookSecret(props: { secret: string; isRotated?: boolean; onKept: () => void }) {
  const texts = () => webhookTexts().secret;
  return (
    <Card>
      <Stack>
        <Notice tone="attention" title={texts().title} live>
          {props.isRotated ? texts().rotatedLead : texts().lead}
        </Notice>
        <CopyField label={texts().label} value={props.secret} />
        <div>
          <Button onClick={() => props.onKept()}>{texts().kept}</Button>
        </div>
      </Stack>
      <LeaveGuard when={true} />
    </Card>
  );
}
