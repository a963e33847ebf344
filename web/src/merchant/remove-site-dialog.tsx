import { useAction } from "@solidjs/router";
import type { Host } from "../../../schemas/hosts.ts";
import { removeHost } from "../data/hosts.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";

interface RemoveSiteDialogProps {
  readonly site: Host | undefined;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

export function RemoveSiteDialog(props: RemoveSiteDialogProps) {
  const remove = useAction(removeHost);
  const texts = () => merchantTexts().sites;
  return (
    <ConfirmDialog
      open={props.site !== undefined}
      title={fill(texts().removeTitle, { host: props.site?.host ?? "" })}
      text={texts().removeDetail}
      act={texts().remove}
      run={async () => {
        if (!props.site) return;
        await remove(props.site.id);
        props.onRemoved();
      }}
      onClose={props.onClose}
    />
  );
}
