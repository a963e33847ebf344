import { createAsync, revalidate, useAction } from "@solidjs/router";
import Monitor from "lucide-solid/icons/monitor";
import { createSignal, Show } from "solid-js";
import type { AccountSession } from "../../../schemas/auth.ts";
import { accountSessions, revokeSession } from "../data/auth.ts";
import { locale } from "../locale.tsx";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { createTask } from "../task.ts";
import { accountTexts } from "../text/account/texts.ts";
import { fill } from "../text/fill.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Details, Item, ItemList } from "../ui/item-list.tsx";
import { Narrow } from "../ui/layout.tsx";
import { Tag } from "../ui/tag.tsx";
import { SavedNotice } from "./saved-notice.tsx";

/** The devices signed in; closing this one signs out. */
export function SessionsPage() {
  const session = useSession();
  const sessions = createAsync(() => accountSessions());
  const revoke = useAction(revokeSession);
  const [closing, setClosing] = createSignal<string>();
  const [wasClosed, setClosed] = createSignal(false);
  const texts = () => accountTexts().sessions;
  const close = createTask(async ({ id, isCurrent }: AccountSession) => {
    setClosing(id);
    await (isCurrent ? session.signOut() : revoke(id));
    setClosed(true);
  });
  return (
    <Narrow>
      <FormProblem problem={close.problem()} />
      <SavedNotice when={wasClosed()} text={texts().revoked} />
      <Card title={texts().title} text={texts().lead} flush>
        <Loaded shapes={["title", "line", "short"]} again={() => void revalidate(accountSessions.key)}>
          <Show when={sessions()?.length} fallback={<NoSession when={sessions() !== undefined} />}>
            <ItemList label={texts().title} items={sessions() ?? []}>
              {(open) => (
                <OpenSession
                  open={open}
                  isClosing={close.isRunning() && closing() === open.id}
                  onClose={() => void close.run(open)}
                />
              )}
            </ItemList>
          </Show>
        </Loaded>
      </Card>
    </Narrow>
  );
}

function NoSession(props: { when: boolean }) {
  const texts = () => accountTexts().sessions;
  return (
    <Show when={props.when}>
      <EmptyState icon={<Monitor />} title={texts().empty} text={texts().emptyDetail} />
    </Show>
  );
}

function OpenSession(props: { open: AccountSession; isClosing: boolean; onClose: () => void }) {
  const texts = () => accountTexts().sessions;
  const device = () => props.open.device || texts().unknownDevice;
  const country = () => props.open.country;
  return (
    <Item
      icon={<Monitor />}
      title={<bdi>{device()}</bdi>}
      badge={
        <Show when={props.open.isCurrent}>
          <Tag strong>{texts().current}</Tag>
        </Show>
      }
      action={
        <Button
          variant="secondary"
          size="small"
          loading={props.isClosing}
          label={props.open.isCurrent ? texts().logOut : fill(texts().revokeOne, { device: device() })}
          onClick={() => props.onClose()}
        >
          {props.open.isCurrent ? texts().logOut : texts().revoke}
        </Button>
      }
    >
      <Details
        details={[
          { name: texts().lastUsed, value: <DateText at={props.open.lastUsedAt} time /> },
          { name: texts().opened, value: <DateText at={props.open.createdAt} /> },
        ]}
      />
      <Show when={country()}>
        {(code) => <Details details={[{ name: texts().country, value: countryName(code()) }]} />}
      </Show>
    </Item>
  );
}

function countryName(code: string): string {
  return new Intl.DisplayNames([locale()], { type: "region", fallback: "code" }).of(code) ?? code;
}
