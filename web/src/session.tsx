import { Navigate, query, useLocation } from "@solidjs/router";
import { createContext, createSignal, Match, onCleanup, onMount, type ParentProps, Switch, useContext } from "solid-js";
import type { Role, User } from "../../schemas/users.ts";
import { csrfCookie } from "./csrf-cookie.ts";
import { logOut } from "./data/auth.ts";
import { findMe } from "./data/users.ts";
import { FailedPage } from "./failed-page.tsx";
import { adoptLocale } from "./locale.tsx";
import { homeOf, loginFrom } from "./next-page.ts";
import { asProblem, type ProblemError } from "./problem-error.ts";
import { onSessionEnd } from "./session-end.ts";

export interface Session {
  /** Who is signed in; null for nobody, undefined while it is not known. */
  user(): User | null | undefined;
  /** Why it could not be known. */
  failure(): ProblemError | undefined;
  /** Takes the user of a sign-in, or as a change of the profile left them. */
  signIn(user: User): void;
  signOut(): Promise<void>;
  /** The account is gone: nobody is signed in here any more. */
  leave(reason: Farewell): void;
  /** Why somebody left of their own will; undefined when the session ended by itself. */
  farewell(): Farewell | undefined;
  reload(): Promise<void>;
}

export type Farewell = "signed_out" | "deleted";

const SessionContext = createContext<Session>();

export function SessionProvider(props: ParentProps) {
  const session = createSession();
  return <SessionContext.Provider value={session}>{props.children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession stands outside of SessionProvider");
  return session;
}

function createSession(): Session {
  const [user, setUser] = createSignal<User | null>();
  const [failure, setFailure] = createSignal<ProblemError>();
  const [farewell, setFarewell] = createSignal<Farewell>();
  const otherTabs = new BroadcastChannel("session");

  const show = (next: User | null) => {
    // Lists of one account are never shown to the next one on this device.
    if (next?.id !== user()?.id) query.clear();
    setFailure(undefined);
    if (next) setFarewell(undefined);
    setUser(next);
    if (next) adoptLocale(next.locale);
  };
  const reload = async () => {
    try {
      show(await findMe());
    } catch (thrown) {
      setFailure(asProblem(thrown));
    }
  };
  const signIn = (next: User) => {
    const isNew = next.id !== user()?.id;
    show(next);
    if (isNew) otherTabs.postMessage("changed");
  };
  const leave = (reason: Farewell) => {
    setFarewell(reason);
    show(null);
    otherTabs.postMessage("changed");
  };
  const signOut = async () => {
    await logOut();
    leave("signed_out");
  };

  onMount(() => {
    otherTabs.addEventListener("message", () => void reload());
    onCleanup(() => otherTabs.close());
    onCleanup(onSessionEnd(() => show(null)));
    // A browser without our cookie has no session to ask about.
    if (csrfCookie() === undefined) show(null);
    else void reload();
  });
  return { user, failure, signIn, signOut, leave, farewell, reload };
}

/** Pages of people signed in, of these roles or of all. Others go to sign in and come back, or to their own pages. */
export function RequireSession(props: ParentProps<{ roles?: readonly Role[] }>) {
  const session = useSession();
  const place = useLocation();
  const detour = (user: User) => {
    if (user.role === "admin" && !user.totpEnabled && !place.pathname.startsWith("/settings")) return homeOf(user);
    return props.roles && !props.roles.includes(user.role) ? homeOf(user) : undefined;
  };
  return (
    <Switch>
      <Match when={session.user() === null}>
        <Navigate href={session.farewell() ? "/login" : loginFrom(place)} state={{ notice: session.farewell() }} />
      </Match>
      <Match when={session.user() === undefined && session.failure()}>
        {(failure) => <FailedPage thrown={failure()} onRetry={() => void session.reload()} />}
      </Match>
      <Match when={session.user()}>
        {(user) => (
          <Switch fallback={props.children}>
            <Match when={detour(user())}>{(page) => <Navigate href={page()} />}</Match>
          </Switch>
        )}
      </Match>
    </Switch>
  );
}
