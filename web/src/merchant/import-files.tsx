import Download from "lucide-solid/icons/download";
import { exportProducts } from "../data/imports.ts";
import { saveFile } from "../save-file.ts";
import { createTask } from "../task.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

/** The files to begin from: the columns alone, or all products. */
export function ImportFiles() {
  const texts = () => productFormTexts().import;
  const whole = createTask(async () => saveFile(await exportProducts(), texts().exportFile));
  // The first line of the export names the columns: a template that never differs from what is read.
  const template = createTask(async () => {
    const [columns = ""] = (await (await exportProducts()).text()).split(/\r?\n/);
    saveFile(new Blob([`\ufeff${columns}\r\n`], { type: "text/csv" }), texts().templateFile);
  });
  return (
    <>
      <Button
        variant="secondary"
        icon={<Download />}
        loading={template.isRunning()}
        onClick={() => void template.run()}
      >
        {texts().template}
      </Button>
      <Button variant="secondary" icon={<Download />} loading={whole.isRunning()} onClick={() => void whole.run()}>
        {texts().export}
      </Button>
      <FormProblem problem={whole.problem() ?? template.problem()} />
    </>
  );
}
