import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { barCommissions } from "../commissions/bar-commissions.ts";
import type { News } from "../outbox/queries.ts";
import type { NewsReader } from "../outbox/read-news.ts";
import type { OutboxEvent } from "../outbox/tables.ts";
import { draftCases } from "./draft-cases.ts";
import { contestedFindings, duplicateFindings, type Finding, type OrderFacts, orderFindings } from "./findings.ts";
import { keepMarks, listSamePeople, type Mark, readMarks } from "./marks.ts";
import { listContestedOrders, listOrderFacts } from "./order-facts.ts";
import { getSettings, listNamedLate } from "./queries.ts";
import { holdCommissions, nameCommissions, watchLinks } from "./statements.ts";

const ORDERS: ReadonlySet<OutboxEvent> = new Set(["conversion.placed", "conversion.attributed", "conversion.rate_set"]);
const ACCOUNTS: ReadonlySet<OutboxEvent> = new Set([
  "user.registered",
  "user.verified",
  "user.changed",
  "user.deleted",
]);

const subjectsOf = (news: readonly News[], isMeant: (event: OutboxEvent) => boolean) => [
  ...new Set(news.filter(({ event }) => isMeant(event)).map(({ subjectId }) => subjectId)),
];

/** Judges orders and accounts as they come, a few queries for all rows; what counts over time waits for `weighRates`. */
export const fraudReader: NewsReader = {
  name: "fraud",
  async read(ctx, news) {
    const placed = subjectsOf(news, (event) => ORDERS.has(event));
    const contested = subjectsOf(news, (event) => event === "touch.contested");
    const accounts = subjectsOf(news, (event) => ACCOUNTS.has(event));
    const moved = subjectsOf(news, (event) => event.startsWith("conversion."));
    if (moved.length + contested.length + accounts.length === 0) return [];
    return [
      ...watchLinks(ctx, moved),
      ...(await judge(ctx, placed, contested, accounts)),
      ...(await holdLate(ctx, placed)),
    ];
  },
};

// What a case said before there was a commission holds for it too: it is held, or earns nothing.
async function holdLate(ctx: Context, conversionIds: readonly string[]): Promise<Statement[]> {
  const late = await listNamedLate(ctx, conversionIds);
  const rejected = late.filter(({ state }) => state === "rejected");
  const open = late.filter(({ state }) => state === "open");
  return [
    ...open.map(({ caseId, conversionId }) => holdCommissions(ctx, caseId, { of: "order", conversionId })),
    ...nameCommissions(ctx, rejected),
    ...barCommissions(ctx, [...new Map(rejected.map((named) => [named.id, named])).values()], "fraud"),
  ];
}

async function judge(
  ctx: Context,
  placed: readonly string[],
  contested: readonly string[],
  accounts: readonly string[],
): Promise<Statement[]> {
  const settings = await getSettings(ctx);
  const window = settings.get("phone_with_many_codes")?.windowHours ?? 0;
  const [orders, claimed] = await Promise.all([
    listOrderFacts(ctx, placed, window),
    listContestedOrders(ctx, contested),
  ]);
  const people = [...new Set([...accounts, ...orders.map(({ influencerId }) => influencerId)])];
  const marks = await readMarks(ctx, people);
  const same = await listSamePeople(ctx, marks);
  const findings: Finding[] = [
    ...orders.flatMap((order) => orderFindings(settings, { ...order, ...ownBuyer(order, marks) })),
    ...claimed.flatMap((order) => contestedFindings(settings, order)),
    ...same.flatMap((pair) => duplicateFindings(settings, pair)),
  ];
  return [...keepMarks(people, marks), ...(await draftCases(ctx, findings))];
}

// Compared here, not in SQL: an account's marks may be as new as its order.
function ownBuyer({ influencerId, phoneHash, emailHash }: OrderFacts, marks: readonly Mark[]) {
  const has = (kind: Mark["kind"], hash: string | null) =>
    hash !== null &&
    marks.some(({ userId, kind: of, mark }) => userId === influencerId && of === kind && mark === hash);
  return { ownPhone: has("phone", phoneHash), ownEmail: has("email", emailHash) };
}
