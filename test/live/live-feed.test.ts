import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import type { LiveNews } from "../../schemas/live.ts";
import type { FedNews } from "../../workers/modules/analytics/live/rules.ts";
import { endWatch, watchOwner } from "../../workers/modules/analytics/live/watch-owner.ts";
import { knock, type Listener, listen } from "../support/listener.ts";
import { someone, visitorOf } from "../support/signed-in.ts";
import { addUser, call, systemContext } from "../support/world.ts";

const feedOf = (ownerId: string) => env.LIVE_FEED.getByName(ownerId);
const clicks = (humans: number): LiveNews => ({
  kind: "clicks",
  at: "2026-11-25T09:30:00.000Z",
  linkId: "lnk_x",
  productId: "prd_x",
  humans,
  bots: 0,
  country: "MA",
  device: "android",
});
const fed = (humans: number, key: string | null = null): FedNews => ({ key, event: clicks(humans) });
const humansOf = (events: readonly object[]) => events.map((event) => ("humans" in event ? event.humans : undefined));
const leaseOf = (ownerId: string) =>
  env.CORE_DB.prepare("SELECT until FROM live_watchers WHERE owner_id = ?").bind(ownerId).first<{ until: number }>();
async function lapse(ownerId: string): Promise<void> {
  await env.CORE_DB.prepare("UPDATE live_watchers SET until = 1 WHERE owner_id = ?").bind(ownerId).run();
  await runInDurableObject(
    feedOf(ownerId),
    (_, { storage }) => void storage.sql.exec("UPDATE feed SET lease_until = 1"),
  );
}

describe("a live feed", () => {
  it("greets with the last number, then numbers what happens without gaps", async () => {
    const { id, apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    await vi.waitFor(() => expect(listener.messages).toMatchObject([{ kind: "hello" }]));
    const [hello] = listener.messages;
    const lastId = hello?.kind === "hello" ? hello.lastId : 0;
    await feedOf(id).tell([fed(1), fed(2)]);
    await feedOf(id).tell([fed(3)]);
    await vi.waitFor(() => expect(humansOf(listener.events())).toEqual([1, 2, 3]));
    expect(listener.events().map((event) => event.id)).toEqual([lastId + 1, lastId + 2, lastId + 3]);
  });

  it("gives who comes back exactly what was missed, also after the object was evicted", async () => {
    const { id, apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    await feedOf(id).tell([fed(1), fed(2)]);
    await vi.waitFor(() => expect(listener.events()).toHaveLength(2));
    const seen = listener.events()[0]?.id;
    listener.close();
    await feedOf(id).tell([fed(3)]);
    await evictDurableObject(feedOf(id));
    const again = await listen(apiKey, seen);
    await vi.waitFor(() => expect(humansOf(again.events())).toEqual([2, 3]));
    expect(again.messages[0]?.kind).toBe("hello");
  });

  it("only greets who has missed nothing", async () => {
    const { id, apiKey } = await addUser("merchant");
    const listener = await listen(apiKey);
    await feedOf(id).tell([fed(1)]);
    await vi.waitFor(() => expect(listener.events()).toHaveLength(1));
    const again = await listen(apiKey, listener.events()[0]?.id);
    await vi.waitFor(() => expect(again.messages).toHaveLength(1));
    expect(again.messages[0]?.kind).toBe("hello");
  });

  it("says reset when the missed events are gone, or were never this feed's", async () => {
    const { id, apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    await feedOf(id).tell(Array.from({ length: 600 }, (_, index) => fed(index)));
    await feedOf(id).tell(Array.from({ length: 600 }, (_, index) => fed(600 + index)));
    await vi.waitFor(() => expect(listener.events()).toHaveLength(1_200));
    const [first] = listener.events();
    const late = await listen(apiKey, first?.id);
    await vi.waitFor(() => expect(late.messages).toMatchObject([{ kind: "reset" }]));
    const stranger = await listen(apiKey, 7);
    await vi.waitFor(() => expect(stranger.messages).toMatchObject([{ kind: "reset" }]));
    const fromTheFuture = await listen(apiKey, Number.MAX_SAFE_INTEGER - 1);
    await vi.waitFor(() => expect(fromTheFuture.messages).toMatchObject([{ kind: "reset" }]));
  });

  it("numbers the same news once, however often it is told", async () => {
    const { id, apiKey } = await addUser("merchant");
    const listener = await listen(apiKey);
    await feedOf(id).tell([fed(1, "out_a"), fed(1, "out_a"), fed(2, "out_b")]);
    await feedOf(id).tell([fed(1, "out_a"), fed(3, "out_c")]);
    await vi.waitFor(() => expect(humansOf(listener.events())).toEqual([1, 2, 3]));
    const ids = listener.events().map((event) => event.id);
    expect(ids.map((one) => one - (ids[0] ?? 0))).toEqual([0, 1, 2]);
  });

  it("goes on telling open sockets after an eviction, and answers pings while it sleeps", async () => {
    const { id, apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    await vi.waitFor(() => expect(listener.messages).toHaveLength(1));
    await evictDurableObject(feedOf(id));
    listener.send("ping");
    await vi.waitFor(() => expect(listener.heard).toContain("pong"));
    await feedOf(id).tell([fed(5)]);
    await vi.waitFor(() => expect(humansOf(listener.events())).toEqual([5]));
    expect(listener.closedWith).toBeUndefined();
  });

  it("is left by nobody but the oldest when more than twenty listen", async () => {
    const { id, apiKey } = await addUser("influencer");
    const listeners: Listener[] = [];
    for (let count = 0; count < 21; count++) listeners.push(await listen(apiKey));
    await feedOf(id).tell([fed(1)]);
    await vi.waitFor(() => expect(listeners[0]?.closedWith).toBe(4429));
    expect(listeners.slice(1).map(({ closedWith }) => closedWith)).toEqual(Array(20).fill(undefined));
    await vi.waitFor(() => expect(listeners.slice(1).map((one) => one.events().length)).toEqual(Array(20).fill(1)));
  });

  it("closes on whoever talks to it", async () => {
    const { apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    listener.send('{"subscribe":"everything"}');
    await vi.waitFor(() => expect(listener.closedWith).toBe(1008));
  });
});

describe("a feed's time", () => {
  it("ends a socket when its session must be proven anew, and keeps the others", async () => {
    const { id, apiKey } = await addUser("influencer");
    const [ended, kept] = [await listen(apiKey), await listen(apiKey)];
    await runInDurableObject(feedOf(id), (_, state) => {
      const [first] = state.getWebSockets().sort((a, b) => openedAt(a) - openedAt(b));
      first?.serializeAttachment({ openedAt: openedAt(first), until: 1 });
    });
    await runDurableObjectAlarm(feedOf(id));
    await vi.waitFor(() => expect(ended.closedWith).toBe(4401));
    expect(kept.closedWith).toBeUndefined();
  });

  it("renews its lease while somebody listens", async () => {
    const { id, apiKey } = await addUser("influencer");
    await listen(apiKey);
    await lapse(id);
    await runDurableObjectAlarm(feedOf(id));
    expect((await leaseOf(id))?.until).toBeGreaterThan(Date.now() + 10 * 60_000);
  });

  it("is emptied once nobody has listened until the lease ended: the next one starts beyond all it ever told", async () => {
    const { id, apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    await feedOf(id).tell([fed(1)]);
    await vi.waitFor(() => expect(listener.events()).toHaveLength(1));
    listener.close();
    await vi.waitFor(async () => expect(await openSockets(id)).toBe(0));
    await lapse(id);
    await runDurableObjectAlarm(feedOf(id));
    expect(await leaseOf(id)).toBeNull();
    await feedOf(id).tell([fed(2)]);
    const again = await listen(apiKey, listener.events()[0]?.id);
    await vi.waitFor(() => expect(again.messages).toMatchObject([{ kind: "reset" }]));
    const [reset] = again.messages;
    expect(reset?.kind === "reset" ? reset.lastId : 0).toBeGreaterThan(listener.events()[0]?.id ?? 0);
  });

  it("keeps a lease that somebody took anew while it was being emptied", async () => {
    const { id } = await addUser("influencer");
    const ctx = systemContext();
    await watchOwner(ctx, id, 1_000);
    await watchOwner(ctx, id, Date.now() + 60_000);
    await endWatch(ctx, id, 1_000);
    expect(await leaseOf(id)).not.toBeNull();
  });

  it("goes on for ten minutes at least after the last one left", async () => {
    const { id, apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    listener.close();
    expect((await leaseOf(id))?.until).toBeGreaterThan(Date.now() + 10 * 60_000);
    await vi.waitFor(async () => expect(await openSockets(id)).toBe(0));
    await runDurableObjectAlarm(feedOf(id));
    expect(await leaseOf(id)).not.toBeNull();
    await feedOf(id).tell([fed(9)]);
    const again = await listen(apiKey);
    expect(again.closedWith).toBeUndefined();
  });
});

describe("opening a feed", () => {
  it("asks for a WebSocket", async () => {
    const { apiKey } = await addUser("merchant");
    const { status, body } = await call("GET", "/api/analytics/live", { key: apiKey });
    expect([status, body.code]).toEqual([426, "socket.expected"]);
  });

  it("refuses no credentials, a key without the scope, staff, and a number that is none", async () => {
    const scoped = await addUser("merchant", { scopes: ["links:read"] });
    const admin = await addUser("admin");
    const merchant = await addUser("merchant");
    const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
    expect((await knock({})).status).toBe(401);
    expect((await knock(bearer(scoped.apiKey))).status).toBe(403);
    expect((await knock(bearer(admin.apiKey))).status).toBe(403);
    expect((await knock(bearer(merchant.apiKey), "?after=-1")).status).toBe(422);
    expect((await knock(bearer(merchant.apiKey), "?after=abc")).status).toBe(422);
  });

  it("takes a browser's cookies from our own pages only", async () => {
    const { visitor } = await someone("influencer");
    const cookies = { Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    expect((await knock(cookies)).status).toBe(403);
    expect((await knock({ ...cookies, Origin: "https://evil.example" })).status).toBe(403);
    expect((await knock({ ...cookies, Origin: "http://localhost:8787" })).status).toBe(101);
  });

  it("is refused to a suspended account", async () => {
    const { id } = await addUser("influencer");
    const visitor = await visitorOf(id);
    await env.CORE_DB.prepare("UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?").bind(id).run();
    const cookies = { Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    expect((await knock({ ...cookies, Origin: "http://localhost:8787" })).status).toBe(403);
  });
});

const openedAt = (socket: WebSocket) => Number(Object(socket.deserializeAttachment()).openedAt);
const openSockets = (ownerId: string) =>
  runInDurableObject(
    feedOf(ownerId),
    (_, state) => state.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN).length,
  );
