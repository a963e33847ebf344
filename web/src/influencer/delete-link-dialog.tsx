import { useAction, useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { deleteLink } from "../data/links.ts";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { listText } from "../text/list-text.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";

/** Asks before a link ends for good, and says what ends with it. */
export function DeleteLinkDialog(props: { link: Link; open: boolean; onClose: () => void }) {
  const remove = useAction(deleteLink);
  const navigate = useNavigate();
  const texts = () => linkTexts().page;
  const codes = () => props.link.coupons.map(({ code }) => `\u2068${code}\u2069`);
  return (
    <ConfirmDialog
      open={props.open}
      title={texts().deleteTitle}
      text={fill(texts().deleteDetail, { slug: `\u2068/${props.link.slug}\u2069` })}
      act={texts().deleteAct}
      run={async () => {
        await remove(props.link.id);
        navigate("/influencer/links");
      }}
      onClose={props.onClose}
    >
      <Show when={codes().length > 0}>
        <p>{fill(texts().deleteCodes, { codes: listText(codes()) })}</p>
      </Show>
    </ConfirmDialog>
  );
}
