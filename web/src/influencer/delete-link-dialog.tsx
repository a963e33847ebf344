import { useAction, useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { deleteLink } from "../data/links.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { linkTexts } from "../text/links/texts.ts";
import { listText } from "../text/list-text.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

/** Asks before a link ends for good, and says what ends with it. */
export function DeleteLinkDialog(props: { link: Link; open: boolean; onClose: () => void }) {
  const remove = useAction(deleteLink);
  const navigate = useNavigate();
  const texts = () => linkTexts().page;
  const codes = () => props.link.coupons.map(({ code }) => `\u2068${code}\u2069`);
  const task = createTask(async () => {
    await remove(props.link.id);
    navigate("/influencer/links");
  });
  const close = () => {
    task.forget();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={close}
      title={texts().deleteTitle}
      text={fill(texts().deleteDetail, { slug: `\u2068/${props.link.slug}\u2069` })}
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button variant="danger" loading={task.isRunning()} onClick={() => void task.run()}>
            {texts().deleteAct}
          </Button>
        </>
      }
    >
      <Show when={codes().length > 0}>
        <p>{fill(texts().deleteCodes, { codes: listText(codes()) })}</p>
      </Show>
      <FormProblem problem={task.problem()} />
    </Dialog>
  );
}
