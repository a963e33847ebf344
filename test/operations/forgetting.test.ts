import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { forgetOldRows } from "../../workers/crons/forget-old-rows.ts";
import { addUser, systemContext } from "../support/world.ts";

const DAY_MS = 86_400_000;

it("rules that ended 90 days ago and counts older than 35 days are deleted; living and endless rules stay", async () => {
  const { id } = await addUser("admin");
  const now = Date.now();
  const rule = env.CORE_DB.prepare("INSERT INTO address_rules VALUES (?, '192.0.2.0/24', 'deny', 'A test', ?, 1, ?)");
  const count = env.CORE_DB.prepare("INSERT INTO cache_counts VALUES (?, 'forgotten', 1, 0, 0)");
  const today = Math.floor(now / DAY_MS);
  await env.CORE_DB.batch([
    rule.bind("adr_long_ended", id, now - 91 * DAY_MS),
    rule.bind("adr_just_ended", id, now - DAY_MS),
    rule.bind("adr_endless", id, null),
    count.bind(today - 40),
    count.bind(today),
  ]);
  await forgetOldRows(systemContext());
  const rules = await env.CORE_DB.prepare("SELECT id FROM address_rules ORDER BY id").all();
  expect(rules.results).toEqual([{ id: "adr_endless" }, { id: "adr_just_ended" }]);
  const counts = await env.CORE_DB.prepare("SELECT day FROM cache_counts WHERE name = 'forgotten'").all();
  expect(counts.results).toEqual([{ day: today }]);
});
