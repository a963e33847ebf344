import { macKey, tagText } from "../../core/mac.ts";

const PREFIX = "whsec_";
export const SECRET_BYTES = 32;

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** A secret as standardwebhooks.com writes it. @param bytes 32 random ones */
export const secretOf = (bytes: Uint8Array): string => `${PREFIX}${toBase64(bytes)}`;

export interface SignedMessage {
  readonly id: string;
  /** Epoch seconds of the attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/** The headers that prove who sent the message and when: one signature per secret (standardwebhooks.com). */
export function signedHeaders(message: SignedMessage, secrets: readonly string[]): Record<string, string> {
  const { id, timestamp, body } = message;
  const signatures = secrets.map((secret) => `v1,${toBase64(tagText(keyOf(secret), `${id}.${timestamp}.${body}`))}`);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}

function keyOf(secret: string) {
  return macKey(Uint8Array.from(atob(secret.slice(PREFIX.length)), (character) => character.charCodeAt(0)));
}
