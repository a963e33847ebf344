import * as z from "zod";
import { fromBase64Url } from "../core/base64url.ts";
import { isAddress, parseMailbox } from "../vendors/email/mailbox.ts";
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
  MAIL_FROM: z
    .string()
    .refine((text) => parseMailbox(text) !== undefined, "must be an address, or a name and <an address>")
    .default("ShareYourSales <no-reply@shareyoursales.ma>"),
  SUPPORT_EMAIL: z.string().refine(isAddress, "must be an address").default("support@shareyoursales.ma"),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  DNS_RESOLVER_URL: z.union([z.literal("local"), z.url()]).default("https://cloudflare-dns.com/dns-query"),
  CORS_ORIGINS: z.string().default(""),
  /** How long news is gathered before one message tells of it. */
  NEWS_PAUSE_MS: z.coerce.number().int().min(0).max(1_000).default(250),
  RATE_LIMIT_FACTOR: z.coerce.number().int().min(1).max(1_000_000).default(1),
  HASH_KEY: secretBytes,
  ENCRYPTION_KEYS: z.string().min(1),
});
export type Config = z.infer<typeof configSchema>;

// What one setting asks of another.
const wholeConfig = configSchema.superRefine((config, check) => {
  const fault = (path: keyof Env | keyof typeof config, message: string) =>
    check.addIssue({ code: "custom", path: [path], message });
  if (config.ENVIRONMENT === "production" && config.MAIL_TRANSPORT === "capture")
    fault("MAIL_TRANSPORT", "must be smtp or cloudflare in production: captured mail reaches nobody");
  if (config.MAIL_TRANSPORT === "smtp" && !config.SMTP_HOST) fault("SMTP_HOST", "is missing");
  if (config.ENVIRONMENT === "production" && config.RATE_LIMIT_FACTOR !== 1)
    fault("RATE_LIMIT_FACTOR", "must be 1 in production");
  if (config.ENVIRONMENT === "production" && config.DNS_RESOLVER_URL === "local")
    fault("DNS_RESOLVER_URL", "must be a resolver in production: local records prove nothing");
  if (config.SMTP_USER && !config.SMTP_PASSWORD) fault("SMTP_PASSWORD", "is missing");
});

/** Parses variables and secrets; a wrong one is named, its value never shown. */
export function parseConfig(env: Env): Config {
  const parsed = wholeConfig.safeParse(env);
  if (parsed.success && (parsed.data.MAIL_TRANSPORT !== "cloudflare" || env.SEND_EMAIL)) return parsed.data;
  const faults = parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(
    `Configuration is wrong. ${(faults ?? ["SEND_EMAIL: the binding is missing"]).join("; ")}. See .dev.vars.example.`,
  );
}
