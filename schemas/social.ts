import * as z from "zod";

export const SOCIAL_PROVIDERS = ["instagram", "tiktok", "facebook"] as const;

/** A connected account with its newest numbers; zero before the first reading. */
export const socialAccount = z
  .object({
    id: z.string(),
    provider: z.enum(SOCIAL_PROVIDERS),
    username: z.string(),
    followers: z.int(),
    /** Interactions per follower and post. */
    engagementBps: z.int(),
  })
  .meta({ id: "SocialAccount" });
export type SocialAccount = z.infer<typeof socialAccount>;

export const socialAccountList = z.object({ data: z.array(socialAccount) }).meta({ id: "SocialAccountList" });
