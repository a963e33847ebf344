import * as z from "zod";
import { fromBase64Url } from "../core/base64url.ts";
import type { Env } from "./env.ts";

const secretBytes = z.string().refine((text) => fromBase64Url(text)?.length === 32, "must be 32 bytes of base64url");

const configSchema = z.object({
  ENVIRONMENT: z.enum(["development", "test", "production"]),
  APP_VERSION: z.string().min(1),
  APP_URL: z.url(),
  LINKS_URL: z.url(),
  DEBUG: z.enum(["true", "false"]).default("false"),
  CLICK_KEYS: z.string().min(1),
  JWT_SECRET: z.string().min(1),
  JWT_ALGORITHM: z.literal("HS256").default("HS256"),
  ACCESS_TOKEN_EXPIRE_MINUTES: z.coerce.number().int().min(1).max(60).default(15),
  MAIL_TRANSPORT: z.enum(["capture", "smtp", "cloudflare"]).default("capture"),
  MAIL_FROM: z.string().default("ShareYourSales <no-reply@shareyoursales.ma>"),
  SUPPORT_EMAIL: z.string().default("support@shareyoursales.ma"),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  CORS_ORIGINS: z.string().default(""),
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
