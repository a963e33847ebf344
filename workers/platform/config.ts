import * as z from "zod";
import { fromBase64Url } from "../core/base64url.ts";
import type { Env } from "./env.ts";

const secretBytes = z.string().refine((text) => fromBase64Url(text)?.length === 32, "must be 32 bytes of base64url");

const configSchema = z.object({
  ENVIRONMENT: z.enum(["development", "test", "production"]),
  APP_VERSION: z.string().min(1),
  APP_URL: z.url(),
  LINKS_URL: z.url(),
  CLICK_KEYS: z.string().min(1),
  HASH_KEY: secretBytes,
  ENCRYPTION_KEYS: z.string().min(1),
});
export type Config = z.infer<typeof configSchema>;

/** Parses variables and secrets; a wrong one is named, its value never shown. */
export function parseConfig(env: Env): Config {
  const parsed = configSchema.safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Configuration is wrong. ${faults.join("; ")}. See .dev.vars.example.`);
}
