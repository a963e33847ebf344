import { csrfCookie } from "./csrf-cookie.ts";

const LOCK = "session.renewal";
const RENEWED_AT = "session.renewedAt";

let running: Promise<boolean> | undefined;

/**
 * Asks for new access, once whatever asks at the same time: in this tab by the promise, across tabs by the lock.
 * False when there is no session to renew. A network failure is thrown as it is.
 */
export function renewSession(): Promise<boolean> {
  running ??= renewAlone().finally(() => {
    running = undefined;
  });
  return running;
}

async function renewAlone(): Promise<boolean> {
  const askedAt = Date.now();
  return navigator.locks.request(LOCK, async () => {
    // Another tab renewed it while this one waited for the lock: the cookies are fresh already.
    if (Number(localStorage.getItem(RENEWED_AT)) >= askedAt) return true;
    const response = await fetch("/api/auth/refresh", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrfCookie() ?? "" },
      body: "{}",
    });
    // 409 is session.raced: somebody outside our locks was faster, and the cookies are theirs.
    const isRenewed = response.ok || response.status === 409;
    if (isRenewed) localStorage.setItem(RENEWED_AT, String(Date.now()));
    return isRenewed;
  });
}
