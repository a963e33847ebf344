import { Buffer } from "node:buffer";
import { nonceOf } from "../../workers/core/click-token.ts";

/** The click's own number inside its token: the same that its row carries. */
export const nonceOfToken = (token: string): number => nonceOf(Buffer.from(token, "base64url").subarray(11, 17));
