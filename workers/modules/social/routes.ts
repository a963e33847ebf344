import { type SocialAccount, socialAccountList } from "../../../schemas/social.ts";
import { actingAs } from "../../core/actor.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { signedInOnly } from "../../http/session.ts";
import { listAccountNumbers } from "./queries.ts";

const accountExample: SocialAccount = {
  id: "soc_01kaqh6w1sf3v8zc0m5n6p7q8r",
  provider: "instagram",
  username: "sara.bladi",
  followers: 48_200,
  engagementBps: 410,
};

/** An influencer's own accounts on networks. */
export const socialRoutes = newApp().get(
  "/accounts",
  documented({
    operation: "listSocialAccounts",
    tag: "Social Media",
    summary: "List your connected accounts, most followers first",
    roles: ["influencer"],
    answers: { 200: answer(socialAccountList, { data: [accountExample] }) },
  }),
  signedInOnly,
  async (c) => {
    const accounts = await listAccountNumbers(c.get("ctx"), [actingAs(c.get("ctx"), "influencer").id]);
    return c.json({ data: accounts.map(({ userId: _, ...account }) => account) });
  },
);
