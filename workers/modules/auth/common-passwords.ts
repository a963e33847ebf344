const SHORTEST = 10;

let common: ReadonlySet<string> | undefined;

/**
 * Whether the password is on the list of common ones (49,000 of @zxcvbn-ts/language-common, of which those long enough to be
 * accepted are kept). The list is unpacked when it is first asked for, so that no start of the Worker waits for it.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  common ??= await readList();
  const bare = password.toLowerCase();
  return common.has(bare) || common.has(bare.replace(/[\d!.?@#$*_-]+$/, "")) || isOneThingRepeated(bare);
}

async function readList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const words = dictionary["passwords-common"];
  return new Set(words.map(String).filter((word) => word.length >= SHORTEST - 2));
}

// "aaaaaaaaaa", "abcabcabcabc", "12341234123"
function isOneThingRepeated(text: string): boolean {
  for (let length = 1; length <= 4; length++) {
    const piece = text.slice(0, length);
    if (piece.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}
