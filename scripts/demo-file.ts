import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { Refusal } from "./settings.ts";

const account = z.looseObject({
  id: z.string(),
  email: z.string(),
  password: z.string(),
  apiKey: z.string(),
});

export const demoFile = z.looseObject({
  baseUrl: z.string(),
  merchant: account,
  influencer: account,
  admin: account.extend({ totpSecret: z.string() }),
  links: z.array(
    z.object({ id: z.string(), slug: z.string(), url: z.string(), productId: z.string(), rateBps: z.int() }),
  ),
  connectors: z.array(z.looseObject({ id: z.string(), webhookUrl: z.string(), secret: z.string() })).default([]),
});
export type DemoFile = z.infer<typeof demoFile>;

const fileOf = (stateDir: string) => path.join(stateDir, "demo.json");

export async function readDemoFile(stateDir: string): Promise<DemoFile | undefined> {
  const text = await readFile(fileOf(stateDir), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = demoFile.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Refusal(
    `${fileOf(stateDir)} is of an older version, whose accounts had no passwords. Remove ${stateDir} to seed anew, or set STATE_DIR to another directory.`,
  );
}

const hereOf = (url: string, baseUrl: string) => `${baseUrl}${new URL(url).pathname}`;

/** Writes the accounts with the addresses of this run: they follow the port. Only its owner may read the keys. */
export async function writeDemoFile(stateDir: string, baseUrl: string, accounts: object): Promise<DemoFile> {
  const demo = demoFile.parse({ ...accounts, baseUrl });
  const links = demo.links.map((link) => ({ ...link, url: `${baseUrl}/r/${link.slug}` }));
  const written = {
    ...demo,
    links,
    connectors: demo.connectors.map((one) => ({ ...one, webhookUrl: hereOf(one.webhookUrl, baseUrl) })),
  };
  await writeFile(fileOf(stateDir), JSON.stringify(written, null, 2), { mode: 0o600 });
  return written;
}
