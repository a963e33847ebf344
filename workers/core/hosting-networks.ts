/** Said of a click by a person's browser out of a hosting company's network: it counts, and is counted apart besides. */
export const HOSTING_REASON = "network.hosting";

// Networks that rent servers. Those of relays that people browse through (Cloudflare, Akamai, Fastly, Google) are not here.
const HOSTING: ReadonlySet<number> = new Set([
  16509, 14618, 396982, 14061, 16276, 24940, 213230, 63949, 20473, 51167, 12876, 60781, 28753, 30633, 31898, 45102,
  37963, 132203, 45090, 47583, 8560, 60068, 212238, 199524, 36352, 40676, 8100, 21859, 135377, 136907, 53667, 62563,
  197540,
]);

/** Whether the autonomous system of a visit rents out servers. */
export function isHostingNetwork(asn: unknown): boolean {
  return typeof asn === "number" && HOSTING.has(asn);
}
