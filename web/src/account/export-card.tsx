import { createSignal } from "solid-js";
import { exportData } from "../data/users.ts";
import { saveFile } from "../save-file.ts";
import { createTask } from "../task.ts";
import { accountTexts } from "../text/account/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Stack } from "../ui/layout.tsx";
import { SavedNotice } from "./saved-notice.tsx";

export function ExportCard() {
  const [wasSaved, setSaved] = createSignal(false);
  const texts = () => accountTexts().data;
  const download = createTask(async () => {
    saveFile(await exportData(), texts().file);
    setSaved(true);
  });
  return (
    <Card title={texts().exportTitle} text={texts().exportLead}>
      <Stack>
        <FormProblem problem={download.problem()} />
        <SavedNotice when={wasSaved()} text={texts().exported} />
        <div>
          <Button variant="secondary" loading={download.isRunning()} onClick={() => void download.run()}>
            {texts().export}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
