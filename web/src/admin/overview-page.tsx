import { createAsync, revalidate } from "@solidjs/router";
import { Show } from "solid-js";
import { health } from "../data/health.ts";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { appTexts } from "../text/app/texts.ts";
import { fill } from "../text/fill.ts";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

export function AdminOverviewPage() {
  const session = useSession();
  return (
    <>
      <PageHeader
        title={fill(appTexts().welcome, { name: session.user()?.displayName ?? "" })}
        lead={appTexts().adminLead}
      />
      <Loaded shapes={["title", "line", "line", "line", "line"]} again={() => void revalidate(health.key)}>
        <PlatformHealth />
      </Loaded>
    </>
  );
}

function PlatformHealth() {
  const answer = createAsync(() => health());
  const badge = (status: "ok" | "failing") => <StatusBadge status={status === "ok" ? "up" : "down"} />;
  return (
    <Show when={answer()}>
      {(known) => (
        <Card
          title={appTexts().healthTitle}
          text={`${appTexts().healthText} ${fill(appTexts().version, { version: known().version })}`}
          action={badge(known().status)}
          flush
        >
          <DataTable
            caption={appTexts().healthTitle}
            rows={Object.entries(known().parts)}
            columns={[
              { head: appTexts().part, lead: true, cell: ([name]) => partName(name) },
              { head: appTexts().state, cell: ([, part]) => badge(part.status) },
              {
                head: appTexts().answersIn,
                number: true,
                lead: true,
                cell: ([, part]) => <Code>{`${part.durationMs} ms`}</Code>,
              },
            ]}
          />
        </Card>
      )}
    </Show>
  );
}

function partName(name: string): string {
  const { partCore, partClicks, partKv, partFiles, partQueue } = appTexts();
  const names: Readonly<Record<string, string>> = {
    core: partCore,
    clicks: partClicks,
    kv: partKv,
    files: partFiles,
    queue: partQueue,
  };
  return names[name] ?? name;
}
