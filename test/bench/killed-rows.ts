import { setTimeout as sleep } from "node:timers/promises";
import { startLoad } from "../scripts/crash-load.ts";
import { forget, kill, newPlace, serve, stop, withBindings } from "../scripts/served.ts";
import { nonceOfToken } from "./nonce-of-token.ts";
import { type Measured, round } from "./table.ts";

const LOAD_MS = 4000;
// The open micro-batch (100 ms) and one commit of a consumer that shares the machine with the load.
const SETTLED_MS = 250;

/** The same question when node and workerd are killed in the middle of a load, and started again. */
export async function measureKilled(): Promise<Measured> {
  const place = await newPlace();
  try {
    const first = await serve(place);
    const load = startLoad(first, "bench");
    await sleep(LOAD_MS);
    const killedAt = Date.now();
    await kill(first);
    await load.stop();
    await stop(await serve(place));
    const recorded = await withBindings(place, async ({ CLICKS_DB }) => {
      const { results } = await CLICKS_DB.prepare("SELECT nonce FROM tracking_events").all<{ nonce: number }>();
      return new Set(results.map(({ nonce }) => nonce));
    });
    const clicks = load.clicks.map(({ token, answeredAt }) => ({
      age: killedAt - answeredAt,
      isRecorded: recorded.has(nonceOfToken(token)),
    }));
    const settled = clicks.filter(({ age }) => age > SETTLED_MS);
    const lost = clicks.filter(({ isRecorded }) => !isRecorded);
    const ratio = settled.filter(({ isRecorded }) => isRecorded).length / settled.length;
    const oldest = Math.max(0, ...lost.map(({ age }) => age));
    return {
      rows: [
        {
          measure: `clicks recorded ÷ clicks answered, after kill -9 under load and a restart (older than ${SETTLED_MS} ms)`,
          must: "1.000",
          aim: "1.000",
          now: round(ratio, 4),
          unit: "",
        },
      ],
      notes: [
        `killed: ${clicks.length} clicks answered, ${lost.length} lost, the oldest of them answered ${oldest} ms before the kill`,
      ],
    };
  } finally {
    await forget(place);
  }
}
