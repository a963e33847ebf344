import { isbot } from "isbot";
import type { VisitorClass } from "../../schemas/events.ts";

export interface Visitor {
  readonly class: VisitorClass;
  /** Why it does not count; null for a person. */
  readonly reason: string | null;
}

export type Device = "ios" | "android" | "desktop";

const HUMAN: Visitor = { class: "human", reason: null };

// Services that fetch a page to draw its card. Tokens of the fetchers themselves, never of the apps' browsers.
const PREVIEW_AGENT =
  /facebookexternalhit|facebot|facebookcatalog|meta-externalfetcher|^whatsapp\/|telegrambot|tiktokspider|twitterbot|linkedinbot|slackbot|slack-imgproxy|discordbot|skypeuripreview|microsoftpreview|redditbot|^viber\b|vkshare|snap url preview|kakaotalk-scrap|line-poker|iframely|cardyb|embedly|mastodon\/|pleroma|misskey\/|quora link preview|yahoo link preview|link ?preview|linkpreview|urlpreview|xing-contenttabreceiver|zalo(?:bot|preview)|odklbot|^tumblr\/|synapse \(bot|mattermost-bot|rocket\.chat|google-pagerenderer|applenewsbot/i;

// What isbot leaves open: nothing but a version or signs, a library's bare name, an app's own HTTP client, "compatible"
// by anyone but a browser of old, tools that call themselves browsers.
const BOT_AGENT =
  /^\W*$|\$\{|^mozilla\/\d\.\d\s*$|^mozilla\/\d\.\d \(\s*(?:compatible;?)?\s*\)$|compatible;(?!\s*(?:msie|konqueror|icab|webtv)\b)|headless|phantomjs|selenium|webdriver|puppeteer|playwright|\bhttps?:\/\/|gtmetrix|miniature\.io|\bylt\b|\b(?:code|trae)\/[\d.]+ chrome\/|\bcfnetwork\/|@[a-z0-9-]+\.[a-z]{2,}|^[a-z0-9_.-]+$|^(?:curl|wget|okhttp|python|java|go-http|axios|node|php|perl|ruby|dart|dalvik|libwww|apache-httpclient|postman|microsoft office)/i;

// No crawler hides in an ordinary browser's description of its device, but phones are named CUBOT, and the browsers of
// Instagram, Facebook, Snapchat and Telegram say the phone's name a second time.
const ORDINARY_BROWSER = /^Mozilla\/\d\.\d \([^()]*(?:\([^()]*\)[^()]*)*\)\s*(?:AppleWebKit|Gecko)\//;
const GROUPS = /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[FB[^\]]*\]?/g;
const DESCRIBES_DEVICE = /^\((?:Linux|Android|Phone|Mobile)\b|^\[FB|\bAndroid \d|\b\d+dpi\b|\biOS \d/;
const CALLS_ITSELF_CRAWLER = /compatible|https?:|@|-google\/|(?:bot|crawler|spider)\/\d/i;
const ANY_PHONE = "(Linux; Android 10; K)";

const PURPOSE_HEADERS = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"] as const;
const PURPOSE = /^\s*(?:prefetch|prerender|preview)/i;

// No browser's agent is longer; what comes after is not worth a regular expression's time.
const AGENT_MAX = 2_000;
const REMEMBERED_MAX = 2_000;

export interface Agent {
  /** What the agent itself tells; undefined when it may be a person's. */
  readonly visitor: Visitor | undefined;
  readonly device: Device;
  readonly source: string | null;
}

const remembered = new Map<string, Agent>();

/** What an agent tells of its visitor. The few agents that most people share are read once per isolate. */
export function readAgent(text: string): Agent {
  const known = remembered.get(text);
  if (known) return known;
  const agent = text.slice(0, AGENT_MAX).trim();
  const read = { visitor: visitorOf(agent), device: deviceOf(agent), source: sourceOf(agent) };
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  if (text.length <= AGENT_MAX) remembered.set(text, read);
  return read;
}

/**
 * Tells people from crawlers, card fetchers and browsers that load ahead. Agent first, then purpose headers; a HEAD shows
 * nobody anything. Losing a person's click is the worst mistake, so only what says it is no person is taken for one.
 */
export function classifyVisitor(method: string, headers: Headers, { visitor }: Agent): Visitor {
  if (visitor) return visitor;
  for (const name of PURPOSE_HEADERS) {
    const purpose = headers.get(name);
    if (purpose !== null && PURPOSE.test(purpose)) return { class: "prefetch", reason: "header.prefetch" };
  }
  return method === "HEAD" ? { class: "prefetch", reason: "method.head" } : HUMAN;
}

function visitorOf(agent: string): Visitor | undefined {
  if (agent === "") return { class: "bot", reason: "agent.empty" };
  const judged = ORDINARY_BROWSER.test(agent) ? agent.replace(GROUPS, withoutDevice) : agent;
  if (PREVIEW_AGENT.test(judged)) return { class: "preview", reason: "agent.preview" };
  return BOT_AGENT.test(judged) || isbot(judged) ? { class: "bot", reason: "agent.bot" } : undefined;
}

function withoutDevice(group: string): string {
  return DESCRIBES_DEVICE.test(group) && !CALLS_ITSELF_CRAWLER.test(group) ? ANY_PHONE : group;
}

/** The kind of device a link's rules may send elsewhere. iPads that call themselves Macs cannot be told apart. */
export function deviceOf(agent: string): Device {
  if (/\b(?:iPhone|iPad|iPod)\b/.test(agent)) return "ios";
  return /\bAndroid\b/i.test(agent) ? "android" : "desktop";
}

const SOURCES: readonly (readonly [sign: RegExp, source: string])[] = [
  [/Instagram/, "instagram"],
  [/musical_ly|trill_|BytedanceWebview|TikTok/, "tiktok"],
  [/FBAN\/Messenger|Orca-Android/, "messenger"],
  [/FBAN|FBAV|FB_IAB|MetaIAB Facebook/, "facebook"],
  [/Snapchat/, "snapchat"],
  [/WhatsApp/, "whatsapp"],
  [/LinkedInApp/, "linkedin"],
  [/Twitter(?: for |Android)/, "x"],
  [/Pinterest/, "pinterest"],
  [/\bLine\//, "line"],
  [/Telegram/, "telegram"],
];

/** The app whose own browser the visitor uses, or null. */
export function sourceOf(agent: string): string | null {
  for (const [sign, source] of SOURCES) if (sign.test(agent)) return source;
  return null;
}
