import { type LiveEvent, liveMessage } from "../../../schemas/live.ts";
import { findMe } from "../data/users.ts";

/** `resting`: the page is hidden or too many are open; `waiting`: the connection is being made or made again. */
export type LiveState = "waiting" | "live" | "resting";

export interface LiveListener {
  onEvents(events: readonly LiveEvent[]): void;
  /** Events were missed for good, or may have been: read the totals anew. */
  onGap(): void;
  onState(state: LiveState): void;
}

type Timer = "retry" | "ping" | "pong" | "rest" | "known";

const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;
const PING_MS = 30_000;
const PONG_MS = 10_000;
const HIDDEN_MS = 10_000;
// Workers that have just looked whose feeds are watched learn of a new one within a second.
const KNOWN_AFTER_MS = 1_500;
const TOO_MANY = 4429;

// Older browsers take no relative address, and none but their own scheme.
function addressOf(lastId: number | undefined): string {
  const url = new URL("/api/analytics/live", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  if (lastId !== undefined) url.searchParams.set("after", String(lastId));
  return url.href;
}

/** The person's own live feed: it comes back by itself, goes on where it stopped, and rests while nobody looks. */
export class LiveSocket {
  readonly #listener: LiveListener;
  #socket: WebSocket | undefined;
  #lastId: number | undefined;
  #failures = 0;
  #isEnded = false;
  #isTurnedAway = false;
  readonly #timers = new Map<Timer, ReturnType<typeof setTimeout>>();

  constructor(listener: LiveListener) {
    this.#listener = listener;
    document.addEventListener("visibilitychange", this.#look);
    addEventListener("online", this.#look);
    addEventListener("offline", this.#look);
    this.#look();
  }

  end(): void {
    this.#isEnded = true;
    document.removeEventListener("visibilitychange", this.#look);
    removeEventListener("online", this.#look);
    removeEventListener("offline", this.#look);
    this.#close();
  }

  // What the page and the device are doing now decides whether the feed is open.
  readonly #look = (): void => {
    if (!navigator.onLine) this.#rest();
    else if (document.hidden) this.#after("rest", HIDDEN_MS, () => this.#rest());
    else {
      this.#stop("rest");
      this.#isTurnedAway = false;
      if (!this.#socket) this.#open();
    }
  };

  #rest(): void {
    this.#close();
    this.#listener.onState("resting");
  }

  #open(): void {
    if (this.#isEnded || this.#socket) return;
    this.#stop("retry");
    this.#listener.onState("waiting");
    const socket = new WebSocket(addressOf(this.#lastId));
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#hear(socket, String(data)));
    socket.addEventListener("close", ({ code }) => this.#onClose(socket, code));
  }

  #hear(socket: WebSocket, text: string): void {
    if (socket !== this.#socket) return;
    this.#stop("pong");
    if (text === "pong") return;
    const message = liveMessage.safeParse(JSON.parse(text)).data;
    if (!message) return;
    if (message.kind === "events") {
      this.#lastId = message.events.at(-1)?.id ?? this.#lastId;
      this.#listener.onEvents(message.events);
      return;
    }
    const isFirst = this.#lastId === undefined;
    if (isFirst || message.kind === "reset") this.#lastId = message.lastId;
    this.#failures = 0;
    this.#listener.onState("live");
    if (message.kind === "reset") this.#listener.onGap();
    if (isFirst || message.kind === "reset") this.#after("known", KNOWN_AFTER_MS, () => this.#listener.onGap());
    this.#keepAlive();
  }

  // A connection that is half gone says nothing: without an answer it is made anew.
  #keepAlive(): void {
    this.#after("ping", PING_MS, () => {
      this.#socket?.send("ping");
      this.#after("pong", PONG_MS, () => this.#socket?.close());
      this.#keepAlive();
    });
  }

  #onClose(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return;
    this.#socket = undefined;
    for (const name of ["ping", "pong", "known"] as const) this.#stop(name);
    this.#isTurnedAway = code === TOO_MANY;
    this.#listener.onState(this.#isTurnedAway ? "resting" : "waiting");
    if (this.#isTurnedAway) return;
    const most = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#after("retry", (most * (1 + Math.random())) / 2, () => void this.#comeBack());
  }

  // A socket cannot say why it was refused: asking who one is renews the session, or ends it for the page.
  async #comeBack(): Promise<void> {
    try {
      if (!(await findMe())) return;
    } catch {
      // Opening it will fail too, and be tried again later.
    }
    if (!document.hidden && navigator.onLine && !this.#isTurnedAway) this.#open();
  }

  #close(): void {
    for (const name of this.#timers.keys()) this.#stop(name);
    const socket = this.#socket;
    this.#socket = undefined;
    // Closed before it is open, it would be called a failure in the console.
    if (socket?.readyState === WebSocket.CONNECTING) socket.addEventListener("open", () => socket.close());
    else socket?.close();
  }

  #after(name: Timer, delayMs: number, work: () => void): void {
    this.#stop(name);
    this.#timers.set(name, setTimeout(work, delayMs));
  }

  #stop(name: Timer): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
