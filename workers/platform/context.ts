import type {
  ClicksMessage,
  CommissionDue,
  InboundDue,
  LinksDue,
  MailDue,
  NewsDue,
  WebhookDue,
} from "../../schemas/events.ts";
import type { IdPrefix } from "../../schemas/ids.ts";
import type { Locale } from "../../schemas/users.ts";
import type { Actor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { type CoreDb, openCoreDb } from "../db/client.ts";
import { countQueries, type QueryTally } from "../db/counted-database.ts";
import type { LiveFeed } from "../durable/live-feed.ts";
import { addressesFrom, noAddresses } from "../vendors/dns/addresses.ts";
import { type FindTextRecords, localTextRecords, textRecordsFrom } from "../vendors/dns/text-records.ts";
import type { EmailTransport } from "../vendors/email/email-transport.ts";
import { openEmail } from "../vendors/email/open-email.ts";
import type { Door } from "../vendors/outbound/fetch-public.ts";
import { type PostJson, postJsonThrough } from "../vendors/outbound/post-json.ts";
import { readPage } from "../vendors/outbound/read-page.ts";
import { type Config, parseConfig } from "./config.ts";
import type { Env } from "./env.ts";
import { importSecrets, type Secrets } from "./secrets.ts";

/** A message that names a row already committed, so it may be lost. */
export type Nudge = CommissionDue | InboundDue | LinksDue | MailDue | NewsDue | WebhookDue;

export type LogLevel = "info" | "warn" | "error";
export type Log = (
  level: LogLevel,
  message: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

/** The one request that may be answered again from its kept answer (`Idempotency-Key`). */
export interface IdempotentRequest {
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
}

/** The outsiders a verb may speak to, each made when it is first asked for. */
export interface Vendors {
  readonly email: EmailTransport;
  /** TXT records of a name. */
  readonly findTextRecords: FindTextRecords;
  /** The page of a URL that a user gave. */
  readonly readPage: typeof readPage;
  /** What decides which servers that users name may be asked. */
  readonly door: Door;
  /** Posts to a server that a user named. */
  readonly postJson: PostJson;
}

/** Everything a verb may touch. A plain object, made in one place; tests and seeds replace its clock and randomness. */
export interface Context {
  readonly db: CoreDb;
  readonly clicks: D1Database;
  /** Statements run so far through `db` and `clicks`. */
  readonly queryTally: QueryTally;
  readonly linksKv: KVNamespace;
  readonly files: R2Bucket;
  readonly clicksQueue: Queue<ClicksMessage>;
  /** One object per owner, by the owner's id. */
  readonly liveFeeds: DurableObjectNamespace<LiveFeed>;
  readonly config: Config;
  readonly vendors: Vendors;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly idempotency?: IdempotentRequest;
  /** The actor's key when it was known from memory: every commit proves it still alive. */
  readonly recalledKeyId?: string;
  readonly log: Log;
  /** UTC epoch milliseconds. */
  now(): number;
  random(bytes: number): Uint8Array<ArrayBuffer>;
  newId<P extends IdPrefix>(prefix: P): `${P}_${string}`;
  secrets(): Promise<Secrets>;
  /** Work that goes on after the answer. */
  defer(work: () => Promise<unknown>): void;
  /** Tells a queue, after the answer, that a committed row has work for it. */
  nudge(message: Nudge): void;
}

export interface ContextOptions {
  readonly actor: Actor;
  readonly locale?: Locale;
  readonly requestId?: string;
  readonly now?: () => number;
  readonly random?: (bytes: number) => Uint8Array<ArrayBuffer>;
  readonly log?: Log;
}

interface Isolate {
  readonly config: Config;
  readonly vendors: Vendors;
  secrets: Secrets | undefined;
  /** Since when a request waits to send the news; 0 when none does. */
  newsSince: number;
}
const isolates = new WeakMap<Env, Isolate>();

function isolateOf(env: Env): Isolate {
  const known = isolates.get(env);
  if (known) return known;
  const config = parseConfig(env);
  const made: Isolate = { config, vendors: vendorsOf(config, env), secrets: undefined, newsSince: 0 };
  isolates.set(env, made);
  return made;
}

function vendorsOf(config: Config, env: Env): Vendors {
  let email: EmailTransport | undefined;
  const { DNS_RESOLVER_URL } = config;
  const door: Door = {
    findAddresses: DNS_RESOLVER_URL === "local" ? noAddresses : addressesFrom(DNS_RESOLVER_URL),
    allowsLocal: config.ENVIRONMENT !== "production",
  };
  return {
    get email() {
      email ??= openEmail(config, env);
      return email;
    },
    findTextRecords: DNS_RESOLVER_URL === "local" ? localTextRecords(env.LINKS_KV) : textRecordsFrom(DNS_RESOLVER_URL),
    readPage,
    door,
    postJson: postJsonThrough(door),
  };
}

// The keys are kept, not a promise of them: a promise dies with the request that made it, and whoever waits for it hangs.
async function secretsOf(isolate: Isolate): Promise<Secrets> {
  isolate.secrets ??= await importSecrets(isolate.config);
  return isolate.secrets;
}

const logJson: Log = (level, message, fields) => console.log(JSON.stringify({ level, message, ...fields }));
const randomBytes = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

function sendNudge(env: Env, isolate: Isolate, message: Nudge): Promise<unknown> {
  switch (message.kind) {
    case "commission.due":
      return env.COMMISSIONS_QUEUE.send(message);
    case "inbound.due":
      return env.INBOUND_QUEUE.send(message);
    case "links.due":
      return env.LINKS_QUEUE.send(message);
    case "mail.due":
      return env.MAIL_QUEUE.send(message);
    case "news.due":
      return sendNews(env, isolate, message);
    case "webhook.due":
      return env.WEBHOOKS_QUEUE.send(message, { delaySeconds: message.delaySeconds ?? 0 });
  }
}

// One message tells of everything committed before it leaves: many writers within the pause share it.
async function sendNews(env: Env, isolate: Isolate, message: NewsDue): Promise<void> {
  const startedAt = Date.now();
  if (startedAt - isolate.newsSince < NEWS_FORGOTTEN_MS) return;
  isolate.newsSince = startedAt;
  await new Promise((resolve) => setTimeout(resolve, isolate.config.NEWS_PAUSE_MS));
  isolate.newsSince = 0;
  await env.NEWS_QUEUE.send(message);
}
// The request that was to send may have died with its timer.
const NEWS_FORGOTTEN_MS = 2_000;

/** Makes the context of one request, queue message or cron run. */
export function createContext(env: Env, waitUntil: (work: Promise<unknown>) => void, options: ContextOptions): Context {
  const isolate = isolateOf(env);
  const now = options.now ?? Date.now;
  const random = options.random ?? randomBytes;
  const log = options.log ?? logJson;
  const queryTally = { count: 0, durationMs: 0 };
  const defer = (work: () => Promise<unknown>) =>
    waitUntil(work().catch((failure: unknown) => log("error", "deferred work failed", { error: String(failure) })));
  return {
    db: openCoreDb(countQueries(env.CORE_DB, queryTally)),
    clicks: countQueries(env.CLICKS_DB, queryTally),
    queryTally,
    linksKv: env.LINKS_KV,
    files: env.FILES,
    clicksQueue: env.CLICKS_QUEUE,
    liveFeeds: env.LIVE_FEED,
    config: isolate.config,
    vendors: isolate.vendors,
    actor: options.actor,
    locale: options.locale ?? "fr",
    requestId: options.requestId ?? "none",
    log,
    now,
    random,
    newId: (prefix) => newId(prefix, now(), random(10)),
    secrets: () => secretsOf(isolate),
    defer,
    nudge: (message) => defer(() => sendNudge(env, isolate, message)),
  };
}
