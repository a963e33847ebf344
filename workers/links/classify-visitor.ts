import { isbot } from "isbot";
import type { VisitorClass } from "../../schemas/events.ts";

export interface Visitor {
  readonly class: VisitorClass;
  /** Why it does not count; null for a person. */
  readonly reason: string | null;
}

export type Device = "ios" | "android" | "desktop";

const HUMAN: Visitor = { class: "human", reason: null };
const PREVIEW: Visitor = { class: "preview", reason: "agent.preview" };

// Services that fetch a page to draw its card. Tokens of the fetchers themselves, never of the apps' browsers.
const PREVIEW_AGENT =
  /facebookexternalhit|facebot|facebookcatalog|meta-externalfetcher|^whatsapp\/|telegrambot|twitterbot|linkedinbot|slackbot|slack-imgproxy|discordbot|skypeuripreview|microsoftpreview|redditbot|^viber\b|vkshare|snap url preview|kakaotalk-scrap|line-poker|iframely|cardyb|embedly|mastodon\/|pleroma|misskey\/|quora link preview|yahoo link preview|link ?preview|linkpreview|urlpreview|xing-contenttabreceiver|zalo(?:bot|preview)|odklbot|tumblr\/|synapse \(bot|mattermost-bot|rocket\.chat|google-pagerenderer|applenewsbot/i;

// What isbot leaves open: nothing but a version, a library's bare name, tools that call themselves browsers.
const BOT_AGENT =
  /^mozilla\/\d\.\d\s*$|^mozilla\/\d\.\d \(\s*(?:compatible;?)?\s*\)$|headless|phantomjs|selenium|webdriver|puppeteer|playwright|\bhttps?:\/\/|gtmetrix|miniature\.io|@[a-z0-9-]+\.[a-z]{2,}|^[a-z0-9_.-]+$|^(?:curl|wget|okhttp|python|java|go-http|axios|node|php|perl|ruby|dart|libwww|apache-httpclient|postman)/i;

// The model inside an ordinary Android agent: no crawler hides there, but phones are named CUBOT.
const ANDROID_COMMENT = /^(Mozilla\/5\.0 )\((?:Linux|Android)[^()]*(?:\([^()]*\)[^()]*)*\)(?= (?:AppleWebKit|Gecko)\/)/;
const CALLS_ITSELF_COMPATIBLE = /compatible|\+?https?:|@|bot-|-google/i;

const PURPOSE_HEADERS = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"] as const;
const PURPOSE = /^\s*(?:prefetch|prerender|preview)/i;

/**
 * Tells people from crawlers, card fetchers and browsers that load ahead. Agent first, then purpose headers; a HEAD shows
 * nobody anything. Losing a person's click is the worst mistake, so only what says it is no person is taken for one.
 */
export function classifyVisitor(method: string, headers: Headers): Visitor {
  const agent = (headers.get("User-Agent") ?? "").trim();
  if (agent === "") return { class: "bot", reason: "agent.empty" };
  if (PREVIEW_AGENT.test(agent)) return PREVIEW;
  if (isCrawler(agent)) return { class: "bot", reason: "agent.bot" };
  for (const name of PURPOSE_HEADERS) {
    const purpose = headers.get(name);
    if (purpose !== null && PURPOSE.test(purpose)) return { class: "prefetch", reason: "header.prefetch" };
  }
  return method === "HEAD" ? { class: "prefetch", reason: "method.head" } : HUMAN;
}

function isCrawler(agent: string): boolean {
  const comment = ANDROID_COMMENT.exec(agent);
  const isOrdinary = comment !== null && !CALLS_ITSELF_COMPATIBLE.test(comment[0]);
  const judged = isOrdinary ? agent.replace(ANDROID_COMMENT, "$1(Linux; Android 10; K)") : agent;
  return BOT_AGENT.test(judged) || isbot(judged);
}

/** The kind of device a link's rules may send elsewhere. iPads that call themselves Macs cannot be told apart. */
export function deviceOf(agent: string): Device {
  if (/\b(?:iPhone|iPad|iPod)\b/.test(agent)) return "ios";
  return /\bAndroid\b/i.test(agent) ? "android" : "desktop";
}

const SOURCES: readonly (readonly [sign: RegExp, source: string])[] = [
  [/Instagram/, "instagram"],
  [/musical_ly|trill_|BytedanceWebview|TikTok/, "tiktok"],
  [/FBAN\/Messenger|Orca-Android|FBAN\/MessengerForiOS/, "messenger"],
  [/FBAN|FBAV|FB_IAB/, "facebook"],
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
