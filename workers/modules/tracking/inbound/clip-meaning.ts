import type { ReadDelivery } from "../../../../schemas/shop-deliveries.ts";

const clip = (text: string | null, length: number) => (text === null ? null : text.trim().slice(0, length));

/** The delivery with nothing longer than an order takes: what is beside the point must not keep an order out. */
export function clipMeaning({ meaning, facts }: ReadDelivery): ReadDelivery {
  const { clickToken, rawStatus, ...rest } = meaning;
  return {
    meaning: {
      ...rest,
      ...(clickToken === undefined ? {} : { clickToken: clickToken.slice(0, 200) }),
      ...(rawStatus === undefined ? {} : { rawStatus: rawStatus.slice(0, 80) }),
      topic: clip(meaning.topic, 80),
      couponCodes: meaning.couponCodes.filter(({ length }) => length <= 64).slice(0, 20),
    },
    facts: {
      ...facts,
      labels: facts.labels.map((label) => label.trim().slice(0, 80)).filter((label) => label !== ""),
      refunds: facts.refunds.slice(0, 200),
      customer: {
        phone: clip(facts.customer.phone, 40),
        email: clip(facts.customer.email, 254),
        city: clip(facts.customer.city, 80),
      },
      items: facts.items
        .slice(0, 200)
        .filter(({ quantity, amountMinor }) => quantity <= 100_000 && amountMinor >= 0 && amountMinor <= 1e12)
        .map(({ sku, ...item }) => (sku ? { ...item, sku: sku.slice(0, 100) } : item)),
      courier: clip(facts.courier, 60) || null,
      trackingNumber: printable(facts.trackingNumber),
    },
  };
}

function printable(text: string | null): string | null {
  return text !== null && /^[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u.test(text) ? text : null;
}
