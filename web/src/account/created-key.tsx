import type { CreatedApiKey } from "../../../schemas/api-keys.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { accountTexts } from "../text/account/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";

/** A new key, the one time it is known. */
export function CreatedKey(props: { created: CreatedApiKey; onKept: () => void }) {
  const texts = () => accountTexts().keys;
  return (
    <Card>
      <Stack>
        <Notice tone="attention" title={texts().createdTitle} live>
          {texts().createdLead}
        </Notice>
        <CopyField label={props.created.name} value={props.created.key} />
        <div>
          <Button onClick={() => props.onKept()}>{texts().keptIt}</Button>
        </div>
      </Stack>
      <LeaveGuard when={true} />
    </Card>
  );
}
