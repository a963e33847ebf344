import type { ClickDetails, ClickEvent, ClicksMessage, ClicksRecorded, VisitorClass } from "../../schemas/events.ts";

/** A click with its details beside it, easier to read than positions. */
export interface PlainClick {
  readonly linkNumber: number;
  readonly clickedAt: number;
  readonly nonce: number;
  readonly visitor: number;
  readonly class: VisitorClass;
  readonly reason: string | null;
  readonly device: string | null;
  readonly source: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly referrer: string | null;
  readonly params: string | null;
}

/** The micro-batch that the links Worker would send for these clicks. */
export function clicksMessageOf(id: string, clicks: readonly PlainClick[]): ClicksRecorded {
  const positions = new Map<string, number>();
  const details: ClickDetails[] = [];
  const events = clicks.map((click): ClickEvent => {
    const { device, source, country, city, referrer, params } = click;
    const detail: ClickDetails = [click.class, click.reason, device, source, country, city, referrer, params];
    const key = JSON.stringify(detail);
    const position = positions.get(key) ?? details.push(detail) - 1;
    positions.set(key, position);
    return [click.linkNumber, click.clickedAt, click.nonce, click.visitor, position];
  });
  return { kind: "clicks.recorded", id, details, events };
}

/** The clicks among the messages. */
export function plainClicksOf(messages: readonly ClicksMessage[]): PlainClick[] {
  return messages.flatMap((message) => {
    if (message.kind !== "clicks.recorded") return [];
    return message.events.map(([linkNumber, clickedAt, nonce, visitor, position]) => {
      const [visitorClass, reason, device, source, country, city, referrer, params] =
        message.details[position] ?? missing();
      return {
        linkNumber,
        clickedAt,
        nonce,
        visitor,
        class: visitorClass,
        reason,
        device,
        source,
        country,
        city,
        referrer,
        params,
      };
    });
  });
}

function missing(): never {
  throw new Error("An event names details that are not there");
}
