// The one thing of Node that is used here; all of Node's types would clash with those of workerd.
declare module "node:crypto" {
  interface ScryptCost {
    readonly N: number;
    readonly r: number;
    readonly p: number;
    readonly maxmem: number;
  }
  export function scrypt(
    password: string,
    salt: Uint8Array,
    keyBytes: number,
    cost: ScryptCost,
    callback: (failure: Error | null, key: Uint8Array) => void,
  ): void;
}
