import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { runCommand } from "../../scripts/settings.ts";
import { measureAnalytics } from "./analytics-rows.ts";
import { buildForBench, startBenchServer } from "./bench-server.ts";
import { measureConversions } from "./conversion-rows.ts";
import { measureIngestion } from "./ingestion-rows.ts";
import { measureKilled } from "./killed-rows.ts";
import { measureCatalogue, measureSearch } from "./market-rows.ts";
import { measureRecorded, measureRedirect } from "./redirect-rows.ts";
import { measureBundle, measureStartup } from "./size-rows.ts";
import { type Measured, markdown, textTable } from "./table.ts";
import { measureWebhooks } from "./webhook-rows.ts";

/** `npm run bench [-- --json FILE] [-- --markdown FILE]`: measures, and never fails because of what it measured. */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "string" }, markdown: { type: "string" } } });
  await buildForBench();
  const all: Measured[] = [];
  const measure = async (name: string, work: () => Promise<Measured>) => {
    console.log(`Measuring ${name} …`);
    all.push(await work());
  };
  const server = await startBenchServer();
  try {
    await measure("the redirect", () => measureRedirect(server));
    await measure("what of the clicks is recorded", () => measureRecorded(server));
    await measure("conversions", () => measureConversions(server));
    await measure("click ingestion", () => measureIngestion(server));
    await measure("cached reads", () => measureCatalogue(server));
    await measure("the marketplace's search", () => measureSearch(server));
    await measure("the overview", () => measureAnalytics(server));
    await measure("shops' deliveries", () => measureWebhooks(server));
  } finally {
    await server.stop();
  }
  await measure("clicks after a kill", measureKilled);
  await measure("the bundle", measureBundle);
  await measure("start-up", measureStartup);
  const measured = { rows: all.flatMap(({ rows }) => rows), notes: all.flatMap(({ notes }) => notes) };
  console.log(`\n${textTable(measured.rows)}\n\n${measured.notes.join("\n")}`);
  if (values.json) await writeFile(values.json, `${JSON.stringify(measured.rows, null, 2)}\n`);
  if (values.markdown) await writeFile(values.markdown, markdown(measured));
}

await runCommand(bench);
