import { isInsideHosts } from "../../../core/web-hosts.ts";

const DNS_LABEL = "_shareyoursales";
export const META_NAME = "shareyoursales-verification";

/** What a merchant puts where only the owner of the host can: a TXT record, or a tag on its first page. */
export function proofOf(host: string, challenge: string) {
  return {
    dnsName: `${DNS_LABEL}.${host}`,
    dnsValue: `sys-verify=${challenge}`,
    metaTag: `<meta name="${META_NAME}" content="${challenge}">`,
  };
}

/** The landing pages that the host, once gone, would leave outside of all the others. */
export function landingUrlsOnlyAt(host: string, others: readonly string[], landingUrls: readonly string[]): string[] {
  return landingUrls.filter((url) => isInsideHosts(url, [host]) && !isInsideHosts(url, others));
}
