import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { Link } from "../../schemas/links.ts";
import { recordClicks } from "../../workers/modules/analytics/record-clicks.ts";
import { clicksMessageOf, type PlainClick } from "../support/click-messages.ts";
import { addProgramme, call, systemContext } from "../support/world.ts";

it("counts scans of a printed code among the clicks and besides, once, and no crawler among them", async () => {
  const { linkId, linkNumber, influencer } = await addProgramme();
  let nonce = 1;
  const click = (more: Partial<PlainClick>): PlainClick => ({
    linkNumber,
    clickedAt: Date.now(),
    nonce: nonce++,
    visitor: nonce,
    class: "human",
    reason: null,
    device: "android",
    source: null,
    country: "MA",
    city: null,
    referrer: null,
    params: null,
    ...more,
  });
  const clicks = [
    click({ source: "qr" }),
    click({ source: "qr" }),
    click({ source: "instagram" }),
    click({ source: "qr", class: "bot", reason: "agent.bot" }),
  ];
  const message = clicksMessageOf(`scans-${linkId}`, clicks);
  await recordClicks(systemContext(), [message]);
  await recordClicks(systemContext(), [message]);
  await recordClicks(systemContext(), [clicksMessageOf(`more-${linkId}`, [click({ source: "qr" })])]);
  const { body } = await call<Link>("GET", `/api/affiliates/links/${linkId}`, { key: influencer.apiKey });
  expect(body.stats).toMatchObject({ clicks: 4, scans: 3, botClicks: 1 });
  const hourly = await env.CLICKS_DB.prepare(
    "SELECT sum(human) AS human, sum(scans) AS scans FROM click_stats_hourly WHERE link_number = ?",
  )
    .bind(linkNumber)
    .first();
  expect(hourly).toEqual({ human: 4, scans: 3 });
});
