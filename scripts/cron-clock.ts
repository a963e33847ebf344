import { Cron } from "croner";
import { unstable_readConfig as readConfig } from "wrangler";
import * as z from "zod";
import { CONFIG_OF, PLATFORM } from "./settings.ts";

const configWithCrons = z.object({ triggers: z.object({ crons: z.array(z.string()) }) });

/** Fires the cron triggers of wrangler.toml on their schedule (UTC, as Cloudflare does); answers how to stop. */
export function startCronClock(fire: (cron: string) => Promise<unknown>): () => void {
  const { triggers } = configWithCrons.parse(readConfig({ config: CONFIG_OF[PLATFORM] }));
  const jobs = triggers.crons.map(
    (cron) =>
      new Cron(
        cron,
        { timezone: "UTC", protect: true, catch: reportFailure(cron) },
        async () => void (await fire(cron)),
      ),
  );
  return () => {
    for (const job of jobs) job.stop();
  };
}

const reportFailure = (cron: string) => (failure: unknown) => console.error(`The cron "${cron}" failed:`, failure);
