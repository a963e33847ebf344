import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { capturedMails } from "../../schemas/mails.ts";
import { commit } from "../../workers/db/commit.ts";
import { sendMail } from "../../workers/modules/mail/send-mail.ts";
import { queueMail } from "../../workers/modules/mail/statements.ts";
import { api } from "../../workers/platform/api.ts";
import type { Env } from "../../workers/platform/env.ts";
import { systemContext } from "../support/world.ts";

// Production with all it asks for.
const PRODUCTION: Env = {
  ...env,
  ...{ ENVIRONMENT: "production", MAIL_TRANSPORT: "smtp", SMTP_HOST: "h", RATE_LIMIT_FACTOR: "1" },
};

async function get(path: string, on: Env = env): Promise<Response> {
  const executionCtx = createExecutionContext();
  const response = await api.fetch(new Request(`http://localhost:8787${path}`), on, executionCtx);
  await waitOnExecutionContext(executionCtx);
  return response;
}

async function captured(to: string, name = "Amina"): Promise<string> {
  const ctx = { ...systemContext(), nudge: () => {} };
  const values = { name, url: "https://app.example.ma/verify?token=t" };
  const statement = await queueMail(ctx, { to, userId: null, locale: "ar", template: "verify_email", values });
  await commit(ctx, [statement]);
  if (statement.nudge.kind !== "mail.due") throw new Error("the mail queue was not nudged");
  return statement.nudge.mailId;
}

describe("captured mail, in development", () => {
  it("is told as JSON by recipient, newest first, with its link, before and after it was sent", async () => {
    const to = `json-${Date.now()}@example.ma`;
    const first = await captured(to);
    await captured(`another-${to}`);
    await sendMail(systemContext(), first);
    const second = await captured(to);
    const { data } = capturedMails.parse(await (await get(`/dev/mails.json?to=${to}`)).json());
    expect(data.map(({ id, state }) => [id, state])).toEqual([
      [second, "queued"],
      [first, "sent"],
    ]);
    expect(data[0]?.content?.values).toEqual({ name: "Amina", url: "https://app.example.ma/verify?token=t" });
  });

  it("is listed on a page, and shown as HTML and text, names made harmless", async () => {
    const id = await captured(`page-${Date.now()}@example.ma`, "<script>alert(1)</script>");
    const list = await (await get("/dev/mails")).text();
    expect(list).toContain(`/dev/mails/${id}`);
    const shown = await (await get(`/dev/mails/${id}`)).text();
    expect(shown).toContain('<section dir="rtl"');
    expect(shown).toContain("<pre");
    expect(shown).not.toContain("<script");
  });

  it("runs no script and no style whose hash the policy does not name", async () => {
    const response = await get(`/dev/mails/${await captured("policy@example.ma")}`);
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|script-src/);
    const html = await response.text();
    const styles = [...html.matchAll(/ style="([^"]*)"|<style>(.*?)<\/style>/gs)].map(
      ([, inline, sheet]) => inline ?? sheet ?? "",
    );
    expect(styles.length).toBeGreaterThan(8);
    for (const style of styles) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style)));
      expect(policy).toContain(`'sha256-${btoa(String.fromCharCode(...digest))}'`);
    }
  });

  it("that does not exist is 404", async () => {
    expect((await get("/dev/mails/mai_unknown")).status).toBe(404);
  });
});

describe("captured mail, in production", () => {
  it("does not exist: its addresses answer as any unknown one", async () => {
    const id = await captured("production@example.ma");
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    for (const path of [
      "/dev/mails",
      "/dev/mails.json",
      "/dev/mails.json?to=production@example.ma",
      `/dev/mails/${id}`,
      "/dev/nothing",
    ]) {
      const response = await get(path, PRODUCTION);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({ code: "route.not_found" });
    }
    log.mockRestore();
  });
});
