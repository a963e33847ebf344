import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import type { Link, UpdateLink } from "../../../schemas/links.ts";
import { updateLink } from "../data/links.ts";
import { createTask } from "../task.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

/** Edit, pause or resume, delete. */
export function LinkActs(props: { link: Link; onDelete: () => void }) {
  const change = useAction(updateLink);
  const texts = () => linkTexts().page;
  const task = createTask((state: UpdateLink["state"]) => change(props.link.id, { state }));
  return (
    <>
      <Button variant="secondary" size="small" href={`/influencer/links/${encodeURIComponent(props.link.id)}/edit`}>
        {texts().edit}
      </Button>
      <Show when={props.link.state === "active"}>
        <Button variant="secondary" size="small" loading={task.isRunning()} onClick={() => void task.run("paused")}>
          {texts().pause}
        </Button>
      </Show>
      <Show when={props.link.state === "paused"}>
        <Button size="small" loading={task.isRunning()} onClick={() => void task.run("active")}>
          {texts().resume}
        </Button>
      </Show>
      <Button variant="quiet" size="small" onClick={() => props.onDelete()}>
        {texts().delete}
      </Button>
      <FormProblem problem={task.problem()} />
    </>
  );
}
