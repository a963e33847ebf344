import { csrfCookie } from "./csrf-cookie.ts";

const LOCK = "session.renewal";

let running: Promise<boolean> | undefined;

/**
 * Asks for new access, once whatever asks at the same time: in this tab by the promise, across tabs by the lock.
 * False when there is no session to renew. A network failure is thrown as it is.
 * @param refusedCsrf the CSRF cookie when the refused request was sent: every renewal writes a new one
 */
export function renewSession(refusedCsrf: string | undefined): Promise<boolean> {
  running ??= renewAlone(refusedCsrf).finally(() => {
    running = undefined;
  });
  return running;
}

async function renewAlone(refusedCsrf: string | undefined): Promise<boolean> {
  return navigator.locks.request(LOCK, async () => {
    // Another tab renewed since: cookies are one store for all tabs, local storage reaches the others late.
    if (csrfCookie() !== refusedCsrf) return true;
    const response = await fetch("/api/auth/refresh", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrfCookie() ?? "" },
      body: "{}",
    });
    // 409 is session.raced: somebody outside our locks was faster, and the cookies are theirs.
    return response.ok || response.status === 409;
  });
}
