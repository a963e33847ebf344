// Names that never lead to the public internet (RFC 6761, RFC 6762, RFC 8375, and what local networks use).
const PRIVATE_ENDS = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "lan",
  "home",
  "corp",
  "test",
  "invalid",
  "home.arpa",
  "onion",
];

/**
 * Whether a URL that a user gave may be fetched: https on its own port, a public name, no credentials. Addresses in numbers are
 * refused in every spelling, because the URL parser has made them dotted or bracketed by now.
 */
export function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.protocol !== "https:" || url.port !== "") return false;
  if (url.username !== "" || url.password !== "") return false;
  const name = url.hostname.toLowerCase().replace(/\.$/, "");
  if (!name.includes(".") || name.startsWith("[") || /^[\d.]+$/.test(name)) return false;
  return !PRIVATE_ENDS.some((end) => name === end || name.endsWith(`.${end}`));
}

/** Whether it is a server of this very machine, which development may speak to. */
export function isLocalUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.protocol !== "http:" || url.username !== "" || url.password !== "") return false;
  return url.hostname === "localhost" || url.hostname === "127.0.0.1";
}
