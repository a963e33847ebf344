/** A sender as `Name <address>` or the address alone. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;
const ADDRESS_MAX = 254;

/** The text without CR, LF, NUL and other control characters: whatever a person wrote can start no header of its own. */
export function headerText(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

/** Whether the address may stand in an envelope: ASCII, no spaces, quotes or brackets. */
export function isAddress(text: string): boolean {
  return text.length <= ADDRESS_MAX && ADDRESS.test(text);
}

/** The sender of MAIL_FROM; undefined when it is none. */
export function parseMailbox(text: string): Mailbox | undefined {
  const [, name, bracketed] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  return isAddress(address) ? { name: headerText(name ?? "").replace(/^"|"$/g, ""), address } : undefined;
}
