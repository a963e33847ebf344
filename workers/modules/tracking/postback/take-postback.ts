import { fieldMessage } from "../../../../schemas/field-messages.ts";
import type { FieldError } from "../../../../schemas/problem.ts";
import { type Postback, type PostbackTaken, postbackQuery } from "../../../../schemas/touches.ts";
import { equalInConstantTime, sha256Hex } from "../../../core/digest.ts";
import { Conflict, Invalid, NotFound, Unauthorized } from "../../../core/errors.ts";
import { macKey, tagHex } from "../../../core/mac.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { findConnector } from "../connectors/queries.ts";
import { openSecret } from "../connectors/secrets.ts";
import type { ConnectorRow } from "../connectors/tables.ts";
import { alertOf } from "../inbound/process-delivery.ts";
import { findDelivery } from "../inbound/queries.ts";
import { countRefusal, deliveryRepeated, recordDelivery } from "../inbound/statements.ts";
import { applyPostback, type PostbackEnd } from "./apply-postback.ts";
import { isExpired, readSignedQuery, type SignedQuery, signedFormsOf } from "./rules.ts";

const encoder = new TextEncoder();

/**
 * Takes a signed call of a merchant's server (money.md 2): an order, what became of one, or both, as the merchant's own word.
 * Every call of a connector leaves a row in its log; the same order or event again changes nothing.
 * @throws NotFound `connector.not_found`, `conversion.not_found` @throws Unauthorized `webhook.signature_wrong`,
 * `postback.expired` @throws Invalid `webhook.malformed` with the parameters at fault
 * @throws Conflict `connector.paused`, `event.id_reused`, `refund.id_reused`, `row.changed`
 */
export async function takePostback(ctx: Context, search: string): Promise<PostbackTaken> {
  const sent = readSignedQuery(search);
  const connector = await findConnector(ctx, sent.values.key ?? "");
  if (connector?.platform !== "postback") throw new NotFound("connector.not_found");
  const call = { ctx, connector, bytes: search.length, bodySha256: await sha256Hex(sent.signed) };
  if (!(await isSigned(ctx, connector, search, sent.signature))) {
    await refuse(call, "signature_wrong");
    throw new Unauthorized("webhook.signature_wrong");
  }
  if (isExpired(sent.values.ts, ctx.now())) {
    await refuse(call, "ignored", "expired");
    throw new Unauthorized("postback.expired");
  }
  if (connector.state === "paused") {
    await refuse(call, "ignored", "paused");
    throw new Conflict("connector.paused");
  }
  const said = parsed(sent);
  const end: PostbackEnd = said.data
    ? await applyPostback(ctx, connector, said.data)
    : { outcome: "malformed", failure: new Invalid("webhook.malformed", wordedFor(ctx, said.faults)) };
  await keep(call, said.data, end);
  if (end.failure) throw end.failure;
  const orderId = end.orderId ?? sent.values.order_id ?? "";
  return { outcome: end.outcome, orderId, conversionId: end.conversionId ?? null };
}

async function isSigned(ctx: Context, connector: ConnectorRow, search: string, signature: string): Promise<boolean> {
  const key = macKey(encoder.encode(await openSecret(ctx, connector)));
  const sent = encoder.encode(signature.toLowerCase());
  return signedFormsOf(search).some((form) => equalInConstantTime(sent, encoder.encode(tagHex(key, form))));
}

interface Call {
  readonly ctx: Context;
  readonly connector: ConnectorRow;
  readonly bytes: number;
  readonly bodySha256: string;
}

function refuse({ ctx, connector, ...call }: Call, outcome: "signature_wrong" | "ignored", reason?: string) {
  return commit(ctx, [countRefusal(ctx, connector.id, { outcome, ...(reason ? { reason } : {}), ...call })]);
}

type Parsed =
  | { readonly data: Postback; readonly faults?: never }
  | { readonly data?: never; readonly faults: ReturnType<typeof faultsOf> };

function parsed({ values, signature, repeated }: SignedQuery): Parsed {
  const { data, error } = postbackQuery.safeParse({ ...values, sig: signature }, { reportInput: true });
  if (data && repeated.length === 0) return { data };
  return { faults: faultsOf(error?.issues ?? [], repeated) };
}

type Issues = NonNullable<ReturnType<typeof postbackQuery.safeParse>["error"]>["issues"];
const faultsOf = (issues: Issues, repeated: readonly string[]) => [
  ...issues.map((issue) => ({ path: issue.path.join("."), issue })),
  ...repeated.map((path) => ({ path, issue: "value.wrong_form" as const })),
];

function wordedFor({ locale }: Context, faults: ReturnType<typeof faultsOf>): FieldError[] {
  return faults.map(({ path, issue }) => ({ path, message: fieldMessage(issue, locale) }));
}

// The very same call again is counted on its row.
async function keep({ ctx, connector, bytes, bodySha256 }: Call, said: Postback | undefined, end: PostbackEnd) {
  const { failure: _, ...ended } = end;
  const deliveryKey = `sha256:${bodySha256}`;
  const orderId = end.orderId ?? null;
  const draft = {
    id: ctx.newId("inb"),
    connectorId: connector.id,
    deliveryKey,
    deliveryId: said?.event_id ?? null,
    bodySha256,
    bytes,
    ...ended,
    label: said?.status ?? null,
  };
  try {
    const alert = alertOf(ctx, { delivery: { orderId }, connector }, draft);
    await commit(ctx, [...alert, recordDelivery(ctx, draft)]);
  } catch (failure) {
    if (!(failure instanceof Conflict) || failure.code !== "row.changed") throw failure;
    const known = await findDelivery(ctx, connector.id, deliveryKey);
    if (known) await commit(ctx, [deliveryRepeated(known.id)]);
  }
}
