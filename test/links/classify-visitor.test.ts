import { describe, expect, it } from "vitest";
import { classifyVisitor, deviceOf, readAgent, sourceOf } from "../../workers/links/classify-visitor.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "../../workers/links/page.ts";
import { pageTexts } from "../../workers/links/text/texts.ts";
import agents from "../data/user-agents.json";

const classOf = (agent: string, headers: Readonly<Record<string, string>> = {}) =>
  classifyVisitor("GET", new Headers(headers), readAgent(agent)).class;
const browser = (model: string) =>
  `Mozilla/5.0 (Linux; Android 13; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.51 Mobile Safari/537.36`;

describe("a visitor is told", () => {
  it("as the shared list of agents says, every one of them", () => {
    const wrong = agents.filter(
      ({ ua, class: expected, headers }) =>
        classOf(ua, Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]))) !==
        expected,
    );
    expect(wrong).toEqual([]);
    expect(agents.length).toBeGreaterThan(100);
  });

  it("a person whatever the phone is called", () => {
    const models = [
      "CUBOT KINGKONG 9",
      "CUBOT_NOTE_20_PRO",
      "CUBOT P80 Build/TP1A",
      "Robot X2",
      "Spider Phone 5",
      "Crawler-1",
      "BOTTEGA 3",
      "SM-A546B Build/UP1A.231005.007; wv",
      "Preview 7",
      "Fetch Pro",
      "curl One (EU) Build/1",
    ];
    for (const model of models) expect([model, classOf(browser(model))]).toEqual([model, "human"]);
  });

  it("a person in an app's browser that says the phone's name again, whatever it is", () => {
    const makers = [
      "CUBOT",
      "Cubot",
      "ROBOT",
      "Spider",
      "Crawler",
      "Scan",
      "Server",
      "Monitor",
      "Feed",
      "HTTP",
      "Java",
      "Preview",
    ];
    const apps = (model: string) => [
      `Instagram 406.0.0.58.159 Android (33/13; 480dpi; 1080x2400; CUBOT; ${model}; ${model}; mt6789; ar_MA; 8212; IABMV/1)`,
      `[FBAN/EMA;FBAV/440.0;FBCR/IAM | 4G;FBDV/${model};FBLC/ar_AR;]`,
      `[FB_IAB/FB4A;FBAV/533.0.0.47.109;FBDV/${model}`,
      `Snapchat/13.61.0.52 (${model}; Android 13#1700; gzip; )`,
      `Barcelona 340.0.0.20 Android (33/13; 480dpi; 1080x2400; ${model}; fr_FR)`,
      `Telegram-Android/11.4.2 (${model}; Android 13; SDK 33; AVERAGE)`,
    ];
    const models = makers.flatMap((maker) => ["", " 9", "_NOTE_20", "-P80", " X (2) Pro"].map((more) => maker + more));
    const lost = models.flatMap((model) =>
      apps(model)
        .map((app) => `${browser(`${model} Build/TP1A; wv`)} ${app}`)
        .filter((agent) => classOf(agent) !== "human"),
    );
    expect(lost).toEqual([]);
  });

  it("a person in the apps that have card fetchers of the same name, and in browsers of old", () => {
    const phone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    for (const agent of [
      `${phone} Tumblr/iPhone/34.1`,
      `${phone} [Pinterest/iOS]`,
      `${browser("K")} Viber/24.1`,
      `${browser("K")} MetaIAB Facebook`,
      "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/6.0)",
      "Mozilla/5.0 (compatible; Konqueror/4.5; Linux) KHTML/4.5.4 (like Gecko)",
      "Opera/9.80 (Android; Opera Mini/82.0.2254/191.361; U; fr) Presto/2.12.423 Version/12.16",
      "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5",
    ])
      expect([agent, classOf(agent)]).toEqual([agent, "human"]);
  });

  it("within a moment, however long and odd its agent is", () => {
    const odd = ["(", "(a", "a(b)", ";", "@a-", "a.", " ", "compatible; ", "[FB", "\\"].map(
      (part) => `Mozilla/5.0 (Linux; Android 13; ${part.repeat(20_000)}`,
    );
    const startedAt = performance.now();
    for (const agent of odd) classOf(agent);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it("a crawler even when it wears a phone's agent or a purpose header", () => {
    expect(
      classOf(`${browser("Nexus 5X Build/MMB29P")} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`),
    ).toBe("bot");
    expect(
      classOf(
        "Mozilla/5.0 (Linux; Android 8.0; Pixel 2 Build/OPD3; Storebot-Google/1.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/81.0 Mobile Safari/537.36",
      ),
    ).toBe("bot");
    expect(classOf("Googlebot/2.1", { "Sec-Purpose": "prefetch" })).toBe("bot");
    for (const agent of [
      "",
      " ",
      "Mozilla/5.0",
      "Mozilla/4.0 ",
      "curl/8.9.1",
      "python-requests/2.32.3",
      "okhttp/4.12.0",
      "HeadlessChrome/1",
      "Dalvik/2.1.0 (Linux; U; Android 11; SM-A515F Build/RP1A)",
      "Shop/7 CFNetwork/1410.0.3 Darwin/22.6.0",
      "Mozilla/5.0 (compatible; Trello)",
      "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
      browser("Pixel 6; Foobot/1.0"),
      "'",
      `$${"{jndi:ldap://x/a}"}`,
    ])
      expect([agent, classOf(agent)]).toEqual([agent, "bot"]);
  });

  it("a card fetcher by its own token, not by the app whose browser a person uses", () => {
    expect([classOf("WhatsApp/2.23.20.0"), classOf("facebookexternalhit/1.1")]).toEqual(["preview", "preview"]);
    expect([
      classOf(`${browser("SM-A155F")} WhatsApp/2.25.26.73`),
      classOf(`${browser("SM-A155F")} Snapchat/13.61.0.52`),
    ]).toEqual(["human", "human"]);
  });

  it("loading ahead by any of four headers, whatever its case, but only when the value starts so", () => {
    for (const name of ["Sec-Purpose", "purpose", "X-PURPOSE", "x-moz"])
      expect(classOf(browser("K"), { [name]: " Prefetch;x" })).toBe("prefetch");
    expect(classOf(browser("K"), { Purpose: "not-a-prefetch" })).toBe("human");
  });

  it("by device and by the app's own browser", () => {
    expect([
      deviceOf(browser("K")),
      deviceOf("Mozilla/5.0 (iPad; CPU OS 18_4 like Mac OS X)"),
      deviceOf("Mozilla/5.0 (Windows NT 10.0)"),
    ]).toEqual(["android", "ios", "desktop"]);
    const sources = [
      "Instagram 395.0",
      "musical_ly_41.2.0",
      "[FBAN/FBIOS;FBAV/533]",
      "Snapchat/13",
      "WhatsApp/2.25",
      "[LinkedInApp]/9",
      "Twitter for iPhone/11",
      "[Pinterest/Android]",
      "Line/14.19.1",
      "Firefox/156",
    ].map(sourceOf);
    expect(sources).toEqual([
      "instagram",
      "tiktok",
      "facebook",
      "snapchat",
      "whatsapp",
      "linkedin",
      "x",
      "pinterest",
      "line",
      null,
    ]);
  });
});

describe("the pages", () => {
  it("allow exactly their own style", async () => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(PAGE_STYLE));
    expect(PAGE_STYLE_HASH).toBe(`sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`);
  });

  it("have the same texts in three languages, and Arabic is Arabic", () => {
    for (const texts of Object.values(pageTexts)) expect(Object.keys(texts)).toEqual(Object.keys(pageTexts.fr));
    for (const text of Object.values(pageTexts.ar)) expect(text).toMatch(/^[\u0600-\u06ff\s.،]+(?:ShareYourSales)?$/);
  });
});
