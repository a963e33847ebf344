import { useAction } from "@solidjs/router";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { cancelRequest } from "../data/requests.ts";
import { textIn } from "../product-text.ts";
import { createTask } from "../task.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Strong } from "../ui/layout.tsx";

interface EndRequestDialogProps {
  readonly request: AffiliationRequest | undefined;
  readonly onClose: () => void;
}

/** Takes a request back, or gives an affiliation up; says before what that ends. */
export function EndRequestDialog(props: EndRequestDialogProps) {
  const cancel = useAction(cancelRequest);
  const texts = () => marketTexts().requests;
  const close = () => {
    task.forget();
    props.onClose();
  };
  const task = createTask(async (id: string) => {
    await cancel(id);
    close();
  });
  const isGivingUp = () => props.request?.state === "approved";
  return (
    <Dialog
      open={props.request !== undefined}
      onOpenChange={close}
      title={isGivingUp() ? texts().giveUpTitle : texts().cancelTitle}
      text={isGivingUp() ? texts().giveUpDetail : texts().cancelDetail}
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            {texts().keep}
          </Button>
          <Button
            variant="danger"
            loading={task.isRunning()}
            onClick={() => props.request && void task.run(props.request.id)}
          >
            {isGivingUp() ? texts().giveUpAct : texts().cancel}
          </Button>
        </>
      }
    >
      <Strong>
        <bdi>{props.request ? textIn(props.request.product.title) : ""}</bdi>
      </Strong>
      <FormProblem problem={task.problem()} />
    </Dialog>
  );
}
