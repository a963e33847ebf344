import { DurableObject } from "cloudflare:workers";
import type { LiveMessage } from "../../schemas/live.ts";
import {
  appendNews,
  beginFeed,
  type Feed,
  findFeed,
  forgetEvents,
  keepLease,
  welcome,
} from "../modules/analytics/live/feed-log.ts";
import type { FedNews } from "../modules/analytics/live/rules.ts";
import { endWatch, watchOwner } from "../modules/analytics/live/watch-owner.ts";
import { createContext } from "../platform/context.ts";
import type { Env } from "../platform/env.ts";

const LEASE_MS = 15 * 60_000;
// Renewed when so much is left, which is also how long a feed that nobody watches goes on at least.
const RENEWED_MS = 10 * 60_000;
const SOCKETS_MAX = 20;

// Codes of our own, which the page knows too.
const SESSION_OVER = 4401;
const TOO_MANY = 4429;

interface Seat {
  readonly openedAt: number;
  /** Until when its session is known to live. */
  readonly until: number;
}

/**
 * The live events of one owner, numbered in the object's SQLite, and the sockets that hear them, which hibernate: an object
 * that only waits costs nothing. Nobody else's events are ever sent here.
 */
export class LiveFeed extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  /** Opens a socket for the owner: `?owner=`, `until` (epoch ms), and `after`, the last event seen. */
  override async fetch(request: Request): Promise<Response> {
    const query = new URL(request.url).searchParams;
    const after = query.get("after");
    const feed = await this.#watched(query.get("owner") ?? "");
    const [page, socket] = Object.values(new WebSocketPair());
    if (!page || !socket) throw new Error("A pair of sockets has two");
    this.#makeRoom();
    const seat: Seat = { openedAt: Date.now(), until: Number(query.get("until")) };
    this.ctx.acceptWebSocket(socket);
    socket.serializeAttachment(seat);
    for (const message of welcome(this.ctx.storage.sql, feed, after === null ? undefined : Number(after)))
      socket.send(JSON.stringify(message));
    await this.#wakeLater(findFeed(this.ctx.storage.sql) ?? feed);
    return new Response(null, { status: 101, webSocket: page });
  }

  /** Numbers the news and sends them on; without a watcher there is nothing to number. */
  tell(news: readonly FedNews[]): void {
    const { sql } = this.ctx.storage;
    const feed = findFeed(sql);
    if (!feed) return;
    const events = appendNews(sql, feed, news, Date.now());
    if (events.length === 0) return;
    const message: LiveMessage = { kind: "events", events };
    for (const socket of this.#open()) socket.send(JSON.stringify(message));
  }

  /** Puts everybody out: whoever may come back proves it anew. */
  end(): void {
    for (const socket of this.#open()) socket.close(SESSION_OVER, "prove who you are");
  }

  override webSocketMessage(socket: WebSocket): void {
    socket.close(1008, "this feed only tells");
  }

  /** Ends the sockets whose time is over, renews the lease while others are open, and empties a feed that nobody watches. */
  override async alarm(): Promise<void> {
    const { sql } = this.ctx.storage;
    const nowMs = Date.now();
    const feed = findFeed(sql);
    if (!feed) return;
    const ended = this.#open().filter((socket) => seatOf(socket).until <= nowMs);
    for (const socket of ended) socket.close(SESSION_OVER, "prove who you are");
    forgetEvents(sql, nowMs);
    const isWatched = this.#open().length > 0;
    if (!isWatched && feed.leaseUntil <= nowMs) {
      await endWatch(this.#context(), feed.ownerId, feed.leaseUntil);
      // Somebody may have come while that was written.
      if (this.#open().length === 0) return this.ctx.storage.deleteAll();
    }
    await this.#wakeLater(isWatched ? await this.#watched(feed.ownerId) : feed);
  }

  // The feed with a lease that lasts: consumers know of it before the first event is awaited.
  async #watched(ownerId: string): Promise<Feed> {
    const { sql } = this.ctx.storage;
    const nowMs = Date.now();
    const known = findFeed(sql);
    if (known && known.leaseUntil - nowMs > RENEWED_MS) return known;
    await watchOwner(this.#context(), ownerId, nowMs + LEASE_MS);
    if (findFeed(sql)) keepLease(sql, nowMs + LEASE_MS);
    return findFeed(sql) ?? beginFeed(sql, ownerId, nowMs, nowMs + LEASE_MS);
  }

  async #wakeLater({ leaseUntil }: Feed): Promise<void> {
    const ends = this.#open().map((socket) => seatOf(socket).until);
    await this.ctx.storage.setAlarm(ends.length === 0 ? leaseUntil : Math.min(leaseUntil - RENEWED_MS, ...ends));
  }

  #makeRoom(): void {
    const byAge = this.#open().sort((a, b) => seatOf(a).openedAt - seatOf(b).openedAt);
    for (const socket of byAge.slice(0, Math.max(0, byAge.length + 1 - SOCKETS_MAX)))
      socket.close(TOO_MANY, "too many are open");
  }

  // One that is closing is still in the list, and takes nothing any more.
  #open(): WebSocket[] {
    return this.ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
  }

  #context() {
    return createContext(this.env, (work) => this.ctx.waitUntil(work), {
      actor: { role: "system", job: "live-feed" },
    });
  }
}

// Only `fetch` attaches something to a socket, and it attaches a seat.
function seatOf(socket: WebSocket): Seat {
  return socket.deserializeAttachment() as Seat;
}
