import { createAsync, useLocation } from "@solidjs/router";
import Bell from "lucide-solid/icons/bell";
import { ErrorBoundary, lazy, type ParentProps, Show, Suspense } from "solid-js";
import type { User } from "../../../schemas/users.ts";
import { notifications } from "../data/users.ts";
import { RequireSession, useSession } from "../session.tsx";
import { appTexts } from "../text/app/texts.ts";
import { fill } from "../text/fill.ts";
import { AppFrame, BarLink } from "../ui/app-frame.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { LanguageMenu } from "../ui/language-menu.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageSkeleton } from "../ui/page-skeleton.tsx";
import { ThemeMenu } from "../ui/theme-menu.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { PLACES, placeOf } from "./places.tsx";
import { Shortcuts } from "./shortcuts.tsx";

// The menu's machinery is not worth waiting for: until it is there, the same place leads to the settings.
const AccountMenu = lazy(async () => ({ default: (await import("./account-menu.tsx")).AccountMenu }));
const PlacesMenu = lazy(async () => ({ default: (await import("./places-menu.tsx")).PlacesMenu }));

/** Around every page of people signed in. */
export function AppShell(props: ParentProps) {
  const session = useSession();
  return (
    <>
      <Show when={session.user() === undefined && !session.failure()}>
        <PageSkeleton />
      </Show>
      <RequireSession>
        <Show when={session.user()}>{(user) => <Frame user={user()}>{props.children}</Frame>}</Show>
      </RequireSession>
    </>
  );
}

function Frame(props: ParentProps<{ user: User }>) {
  const address = useLocation();
  const roleNames = () => ({
    influencer: appTexts().roleInfluencer,
    merchant: appTexts().roleMerchant,
    admin: appTexts().roleAdmin,
  });
  const places = () =>
    PLACES[props.user.role].map((place) => ({
      href: place.href,
      text: appTexts()[place.text],
      icon: <place.icon />,
      current: placeOf(props.user.role, address.pathname) === place,
    }));
  return (
    <AppFrame
      skip={appTexts().skip}
      navigation={appTexts().navigation}
      role={roleNames()[props.user.role]}
      places={places()}
      more={
        <Suspense>
          <PlacesMenu role={props.user.role} />
        </Suspense>
      }
      tools={
        <>
          <LanguageMenu />
          <ThemeMenu />
          <ErrorBoundary fallback={<Bells unread={0} />}>
            <Suspense fallback={<Bells unread={0} />}>
              <NewsBell />
            </Suspense>
          </ErrorBoundary>
          <Suspense
            fallback={
              <BarLink href="/settings/profile" label={appTexts().account}>
                <Avatar name={props.user.displayName} />
              </BarLink>
            }
          >
            <AccountMenu user={props.user} />
          </Suspense>
        </>
      }
    >
      <Show when={!props.user.emailVerified}>
        <Notice tone="attention" title={appTexts().verifyEmailTitle}>
          {fill(appTexts().verifyEmailText, { email: props.user.email })}
        </Notice>
      </Show>
      {props.children}
      <Shortcuts role={props.user.role} />
      <Toasts />
    </AppFrame>
  );
}

function NewsBell() {
  const news = createAsync(() => notifications());
  const unread = () => news()?.data.filter((item) => item.readAt === null).length ?? 0;
  return <Bells unread={unread()} />;
}

function Bells(props: { unread: number }) {
  const label = () => {
    const { notifications: name, unread } = appTexts();
    return props.unread > 0 ? `${name}: ${fill(unread, { count: props.unread })}` : name;
  };
  return (
    <BarLink href="/settings/notifications" label={label()} marked={props.unread > 0}>
      <Bell />
    </BarLink>
  );
}
