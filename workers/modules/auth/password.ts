import { scrypt } from "node:crypto";
import { fromBase64Url, toBase64Url } from "../../core/base64url.ts";
import { equalInConstantTime } from "../../core/digest.ts";
import { Unavailable } from "../../core/errors.ts";

// OWASP Password Storage Cheat Sheet, scrypt with the memory an isolate can spare: 16 MiB and 0.15 s.
const COST_BITS = 14;
const BLOCK_SIZE = 8;
const PARALLELISM = 5;
const KEY_BYTES = 32;
const MEMORY_MAX = 64 * 1024 * 1024;
export const SALT_BYTES = 16;

const AT_ONCE_MAX = 2;
const WAITING_MAX = 40;
const WAIT_STEP_MS = 25;
const WAIT_STEPS_MAX = 400;

export interface CheckedPassword {
  readonly isRight: boolean;
  /** Made with other parameters than today's: to be hashed anew while the password is at hand. */
  readonly isOutdated: boolean;
}

/** `scrypt$14$8$5$salt$hash`, base64url. @param salt 16 random bytes @throws Unavailable `server.unavailable` when too many wait */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const hash = await derive(password, salt, COST_BITS, BLOCK_SIZE, PARALLELISM);
  return `scrypt$${COST_BITS}$${BLOCK_SIZE}$${PARALLELISM}$${toBase64Url(salt)}$${toBase64Url(hash)}`;
}

// Of no password: what is checked when there is no account, so that both answers take the same time.
const NOBODYS = `scrypt$${COST_BITS}$${BLOCK_SIZE}$${PARALLELISM}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Checks the password against what `hashPassword` made; null is nobody's and never right. */
export async function checkPassword(password: string, stored: string | null): Promise<CheckedPassword> {
  const [, costBits, blockSize, parallelism, saltText = "", hashText = ""] = (stored ?? NOBODYS).split("$");
  const [salt, hash] = [fromBase64Url(saltText), fromBase64Url(hashText)];
  if (!salt || !hash) throw new Error("A stored password hash cannot be read");
  const derived = await derive(password, salt, Number(costBits), Number(blockSize), Number(parallelism));
  const isSame = equalInConstantTime(derived, hash);
  const isOutdated = costBits !== `${COST_BITS}` || blockSize !== `${BLOCK_SIZE}` || parallelism !== `${PARALLELISM}`;
  return { isRight: stored !== null && isSame, isOutdated };
}

let running = 0;
let waiting = 0;

// Others wait their turn by looking, not by a promise of another request: that would die with it.
async function derive(password: string, salt: Uint8Array, costBits: number, blockSize: number, parallelism: number) {
  if (waiting >= WAITING_MAX) throw new Unavailable("server.unavailable");
  waiting += 1;
  try {
    for (let step = 0; running >= AT_ONCE_MAX; step++) {
      if (step === WAIT_STEPS_MAX) throw new Unavailable("server.unavailable");
      await scheduler.wait(WAIT_STEP_MS);
    }
  } finally {
    waiting -= 1;
  }
  running += 1;
  try {
    return await scryptBytes(password.normalize("NFKC"), salt, {
      N: 2 ** costBits,
      r: blockSize,
      p: parallelism,
      maxmem: MEMORY_MAX,
    });
  } finally {
    running -= 1;
  }
}

interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly maxmem: number;
}

function scryptBytes(password: string, salt: Uint8Array, cost: ScryptCost): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, cost, (failure, key) =>
      failure ? reject(failure) : resolve(new Uint8Array(key)),
    );
  });
}
