import Download from "lucide-solid/icons/download";
import { For } from "solid-js";
import { analyticsFile } from "../data/analytics.ts";
import { saveFile } from "../save-file.ts";
import { createTask } from "../task.ts";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { type Choice, queryOf } from "./choice.ts";

const texts = () => analyticsTexts().export;
const FILES = ["days", "links", "clicks"] as const;
const CLICK_DAYS_MAX = 31;

/** The period as files for a spreadsheet. */
export function ExportCard(props: { choice: Choice }) {
  const period = () => props.choice.period;
  const save = createTask(async (what: (typeof FILES)[number]) => {
    const { from, to } = period();
    saveFile(await analyticsFile({ ...queryOf(props.choice), what }), `${what}-${from}-${to}.csv`);
  });
  const isTooLong = (what: string) => what === "clicks" && period().days > CLICK_DAYS_MAX;
  return (
    <Card title={texts().title} text={texts().text}>
      <Stack gap="tight">
        <FormProblem problem={save.problem()} />
        <Row>
          <For each={FILES}>
            {(what) => (
              <Button
                variant="secondary"
                size="small"
                icon={<Download />}
                disabled={isTooLong(what) || save.isRunning()}
                onClick={() => void save.run(what)}
              >
                {texts()[what]}
              </Button>
            )}
          </For>
        </Row>
        <Small>{texts().clicksLimit}</Small>
      </Stack>
    </Card>
  );
}
