import { env as bindings } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { BROWSER_PATHS } from "../../workers/http/cors.ts";
import { ask, strictEnv } from "../support/gate.ts";
import { addProgramme } from "../support/world.ts";

const SHOP = "https://boutique.example";
const env = strictEnv({ CORS_ORIGINS: ` https://autre.example, ${SHOP}/ ` });
const preflight = (path: string, origin: string) =>
  ask(path, {
    method: "OPTIONS",
    env,
    headers: {
      Origin: origin,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization",
    },
  });
const allowed = ({ headers }: Response) => headers.get("Access-Control-Allow-Origin");

describe("a page of another origin", () => {
  it("of a shop that has proven its site may call, from subdomains too, and in production over https alone", async () => {
    const { host } = await addProgramme();
    const waiting = await addProgramme();
    await bindings.CORE_DB.prepare("UPDATE merchant_hosts SET verified_at = NULL WHERE host = ?")
      .bind(waiting.host)
      .run();
    const asked = async (origin: string, ENVIRONMENT = "production") =>
      allowed(
        await ask("/api/tracking/browser-orders", {
          method: "OPTIONS",
          env: strictEnv({ ENVIRONMENT, MAIL_TRANSPORT: "smtp", SMTP_HOST: "smtp.example" }),
          headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
        }),
      );
    for (const origin of [`https://${host}`, `https://www.${host}`, `https://${host}:8443`])
      expect(await asked(origin)).toBe(origin);
    for (const origin of [
      `http://${host}`,
      `https://${waiting.host}`,
      `https://evil-${host}`,
      `https://${host}.evil.example`,
    ])
      expect(await asked(origin)).toBeNull();
    expect(await asked(`http://${host}`, "development")).toBe(`http://${host}`);
  });

  it.each(BROWSER_PATHS)("that is configured may call %s, and its preflight is answered", async (path) => {
    const asked = await preflight(path, SHOP);
    expect([asked.status, allowed(asked), asked.headers.get("Access-Control-Allow-Methods")]).toEqual([
      204,
      SHOP,
      "GET,POST",
    ]);
    expect(asked.headers.get("Access-Control-Allow-Headers")).toContain("Authorization");
    expect(asked.headers.get("Access-Control-Max-Age")).toBe("86400");
    const called = await ask(path, { method: "POST", env, headers: { Origin: SHOP } });
    expect([allowed(called), called.headers.get("Access-Control-Allow-Credentials")]).toEqual([SHOP, null]);
    expect(called.headers.get("Access-Control-Expose-Headers")).toContain("Retry-After");
    expect(called.headers.get("Vary")).toContain("Origin");
    expect(called.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });

  it.each([
    ["an unknown origin", "https://evil.example"],
    ["a configured one with something behind", `${SHOP}.evil.example`],
    ["a file", "null"],
  ])("%s may not, and caches know that the answer depends on it", async (_name, origin) => {
    const asked = await preflight("/api/tracking/browser-orders", origin);
    expect([allowed(asked), asked.headers.get("Vary")?.includes("Origin")]).toEqual([null, true]);
  });

  it.each(["/api/tracking/conversions", "/api/payments/balance", "/api/auth/login", "/health"])(
    "never reaches %s, configured or not",
    async (path) => {
      const asked = await preflight(path, SHOP);
      expect([asked.status, allowed(asked)]).toEqual([404, null]);
      expect(allowed(await ask(path, { env, headers: { Origin: SHOP } }))).toBeNull();
    },
  );

  it("is nobody when none is configured", async () => {
    const none = await ask("/api/tracking/browser-orders", { method: "OPTIONS", headers: { Origin: SHOP } });
    expect(allowed(none)).toBeNull();
  });
});
