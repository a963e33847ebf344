import { query } from "@solidjs/router";
import type { SocialAccount } from "../../../schemas/social.ts";
import { socialClient } from "../client.ts";

/** The influencer's own connected accounts, most followers first. */
export const ownAccounts = query(async (): Promise<readonly SocialAccount[]> => {
  const answer = await socialClient.accounts.$get();
  return (await answer.json()).data;
}, "social.own");
