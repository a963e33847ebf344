import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Miniflare } from "miniflare";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SMTP_ACCOUNT } from "../support/smtp-account.ts";
import { TEST_AUTHORITY } from "../support/smtp-certificate.ts";
import { type SmtpSession, startSmtpServers } from "../support/smtp-server.ts";

const SENDER = path.join(import.meta.dirname, "../support/smtp-sender.ts");
let folder: string;
let mf: Miniflare;
let servers: Awaited<ReturnType<typeof startSmtpServers>>;

// The runtime learns whom to trust when Miniflare is loaded, so the authority is named before that.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "shareyoursales-smtp-"));
  process.env.NODE_EXTRA_CA_CERTS = path.join(folder, "authority.pem");
  await writeFile(process.env.NODE_EXTRA_CA_CERTS, TEST_AUTHORITY);
  servers = await startSmtpServers();
  const { convertV4MiniflareOptions, Miniflare } = await import("miniflare");
  const worker = { name: "sender", modules: true, script: await bundled(SENDER), compatibilityDate: "2026-10-23" };
  mf = new Miniflare(convertV4MiniflareOptions({ workers: [worker] }));
});
afterAll(async () => {
  await mf?.dispose();
  await servers?.close();
  await rm(folder, { recursive: true, force: true });
});

async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      lib: { entry, formats: ["es"] },
      rolldownOptions: { external: [/^cloudflare:/] },
    },
  });
  const [output] = [built].flat().filter((one): one is Rolldown.RolldownOutput => "output" in one);
  const chunk = output?.output[0];
  if (!chunk) throw new Error("nothing was built");
  return chunk.code;
}

/** Sends one mail to the encrypting server by the name; tells what became of it and what the server saw. */
async function sendTo(host: string): Promise<{ outcome: string; lines: string[] }> {
  const id = `mai_${host.replaceAll(".", "x")}`;
  const account = { host, port: servers.ports.encrypted, timeoutMs: 5_000, ...SMTP_ACCOUNT };
  const before = await sessionsWithStartTls();
  const response = await mf.dispatchFetch("http://sender/", { method: "POST", body: JSON.stringify({ account, id }) });
  const session = (await sessionsWithStartTls()).at(before.length);
  return { outcome: await response.text(), lines: session?.lines ?? [] };
}

async function sessionsWithStartTls(): Promise<SmtpSession[]> {
  return (await fetch(`http://127.0.0.1:${servers.ports.control}/sessions?of=STARTTLS`)).json();
}

describe("a mail server that encrypts", () => {
  it("gets password and mail once its certificate is proven, and not before", async () => {
    const { outcome, lines } = await sendTo("localhost");
    expect(outcome).toBe("sent");
    expect(lines).toEqual([
      "EHLO shareyoursales.ma",
      "STARTTLS",
      "EHLO shareyoursales.ma",
      expect.stringMatching(/^AUTH PLAIN /),
      "MAIL FROM:<no-reply@shareyoursales.ma>",
      "RCPT TO:<amina@example.ma>",
      "DATA",
      "QUIT",
    ]);
  });

  it("gets nothing when its certificate is another's", async () => {
    const { outcome, lines } = await sendTo("127.0.0.1");
    expect(outcome).not.toBe("sent");
    expect(lines.filter((line) => /AUTH|MAIL/.test(line))).toEqual([]);
    expect(lines).toContain("STARTTLS");
  });
});
