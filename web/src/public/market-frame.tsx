import { lazy, Match, type ParentProps, Switch } from "solid-js";
import { useSession } from "../session.tsx";
import { PageBody } from "../ui/page-body.tsx";
import { PageSkeleton } from "../ui/page-skeleton.tsx";
import { PublicFrame } from "./public-frame.tsx";

const AppShell = lazy(async () => ({ default: (await import("../shell/app-shell.tsx")).AppShell }));

/** Pages that everybody sees: people signed in keep their own navigation around them. */
export function MarketFrame(props: ParentProps) {
  const session = useSession();
  return (
    <Switch
      fallback={
        <PublicFrame>
          <PageBody>{props.children}</PageBody>
        </PublicFrame>
      }
    >
      <Match when={session.user()}>
        <AppShell>{props.children}</AppShell>
      </Match>
      <Match when={session.user() === undefined && !session.failure()}>
        <PageSkeleton />
      </Match>
    </Switch>
  );
}
