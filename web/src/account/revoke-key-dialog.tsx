import { useAction } from "@solidjs/router";
import type { ApiKey } from "../../../schemas/api-keys.ts";
import { revokeApiKey } from "../data/users.ts";
import { accountTexts } from "../text/account/texts.ts";
import { fill } from "../text/fill.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";

interface RevokeKeyDialogProps {
  readonly apiKey: ApiKey | undefined;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

export function RevokeKeyDialog(props: RevokeKeyDialogProps) {
  const revoke = useAction(revokeApiKey);
  const texts = () => accountTexts().keys;
  return (
    <ConfirmDialog
      open={props.apiKey !== undefined}
      title={fill(texts().revokeTitle, { name: props.apiKey?.name ?? "" })}
      text={texts().revokeDetail}
      act={texts().revoke}
      run={async () => {
        if (!props.apiKey) return;
        await revoke(props.apiKey.id);
        props.onRevoked();
      }}
      onClose={props.onClose}
    />
  );
}
