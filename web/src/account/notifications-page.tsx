import { createAsync, revalidate, useAction } from "@solidjs/router";
import Bell from "lucide-solid/icons/bell";
import { createEffect, createSignal, For, Show } from "solid-js";
import type { Notification, ReadNotifications } from "../../../schemas/users.ts";
import { notifications, readNotifications } from "../data/users.ts";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { createTask } from "../task.ts";
import { accountTexts } from "../text/account/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Item, ItemList } from "../ui/item-list.tsx";
import { Inset, Narrow, TextLink } from "../ui/layout.tsx";
import { Tag } from "../ui/tag.tsx";
import { notificationPlace } from "./notification-place.ts";
import { notificationText } from "./notification-text.ts";

/** What happened on the account, newest first, a page at a time. */
export function NotificationsPage() {
  const [cursors, setCursors] = createSignal<readonly (string | undefined)[]>([undefined]);
  const [hasUnread, setUnread] = createSignal(false);
  const read = useAction(readNotifications);
  const texts = () => accountTexts().notifications;
  const mark = createTask((input: ReadNotifications) => read(input));
  return (
    <Narrow>
      <FormProblem problem={mark.problem()} />
      <Card
        title={texts().title}
        action={
          <Show when={hasUnread()}>
            <Button variant="secondary" size="small" onClick={() => void mark.run({ ids: "all" })}>
              {texts().readAll}
            </Button>
          </Show>
        }
        flush
      >
        <For each={cursors()}>
          {(cursor) => (
            <Loaded shapes={["title", "line", "short"]} again={() => void revalidate(notifications.key)}>
              <PageOfNotifications
                cursor={cursor}
                isLast={cursor === cursors().at(-1)}
                onMore={(next) => setCursors([...cursors(), next])}
                onRead={(id) => void mark.run({ ids: [id] })}
                onFirst={(first) => setUnread(first.some(({ readAt }) => readAt === null))}
              />
            </Loaded>
          )}
        </For>
      </Card>
    </Narrow>
  );
}

interface PageOfNotificationsProps {
  readonly cursor: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (cursor: string) => void;
  readonly onRead: (id: string) => void;
  /** What the newest page holds, whenever it is read. */
  readonly onFirst: (first: readonly Notification[]) => void;
}

function PageOfNotifications(props: PageOfNotificationsProps) {
  const page = createAsync(() => notifications(props.cursor));
  const texts = () => accountTexts().notifications;
  createEffect(() => {
    const read = page();
    if (read && props.cursor === undefined) props.onFirst(read.data);
  });
  const isEmpty = () => props.cursor === undefined && page()?.data.length === 0;
  return (
    <Show when={!isEmpty()} fallback={<EmptyState icon={<Bell />} title={texts().empty} text={texts().emptyDetail} />}>
      <ItemList label={texts().title} items={page()?.data ?? []}>
        {(notification) => (
          <NotificationItem notification={notification} onRead={() => props.onRead(notification.id)} />
        )}
      </ItemList>
      <Show when={props.isLast && page()?.nextCursor}>
        {(next) => (
          <Inset>
            <Button variant="secondary" wide onClick={() => props.onMore(next())}>
              {texts().more}
            </Button>
          </Inset>
        )}
      </Show>
    </Show>
  );
}

function NotificationItem(props: { notification: Notification; onRead: () => void }) {
  const texts = () => accountTexts().notifications;
  const isUnread = () => props.notification.readAt === null;
  const session = useSession();
  const place = () => {
    const user = session.user();
    return user && notificationPlace(props.notification, user.role);
  };
  return (
    <Item
      title={
        <Show when={place()} fallback={notificationText(props.notification)}>
          {(href) => <TextLink href={href()}>{notificationText(props.notification)}</TextLink>}
        </Show>
      }
      badge={
        <Show when={isUnread()}>
          <Tag strong>{texts().unread}</Tag>
        </Show>
      }
      action={
        <Show when={isUnread()}>
          <Button
            variant="secondary"
            size="small"
            label={`${texts().markRead}: ${notificationText(props.notification)}`}
            onClick={() => props.onRead()}
          >
            {texts().markRead}
          </Button>
        </Show>
      }
    >
      <DateText at={props.notification.createdAt} time />
    </Item>
  );
}
