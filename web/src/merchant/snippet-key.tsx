import { createAsync, useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { apiKeys, createApiKey } from "../data/users.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { intakeTexts } from "../text/intake/texts.ts";
import { listText } from "../text/list-text.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";

const texts = () => intakeTexts().snippet;

/** The merchant's publishable key: which there are, and a button to make one. The key itself is shown once. */
export function SnippetKey(props: { made: string | undefined; onMade: (key: string) => void }) {
  const keys = createAsync(() => apiKeys());
  const make = useAction(createApiKey);
  const known = () => keys()?.filter(({ prefix }) => prefix === "pk_") ?? [];
  const create = createTask(async () => {
    const created = await make({ name: texts().keyName, kind: "publishable", scopes: [] });
    props.onMade(created.key);
  });
  return (
    <Show
      when={!props.made}
      fallback={
        <Notice tone="success" live>
          {texts().keyMade}
        </Notice>
      }
    >
      <Stack gap="tight">
        <Show when={known().length > 0}>
          <Small>
            {fill(texts().keyKnown, { keys: listText(known().map(({ lastFour }) => `\u2066pk_…${lastFour}\u2069`)) })}
          </Small>
        </Show>
        <Row>
          <Button variant="secondary" loading={create.isRunning()} onClick={() => void create.run()}>
            {texts().makeKey}
          </Button>
        </Row>
        <Small>{texts().keyHint}</Small>
        <FormProblem problem={create.problem()} />
      </Stack>
    </Show>
  );
}
