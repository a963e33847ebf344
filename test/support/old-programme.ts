import { env } from "cloudflare:workers";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { addProgramme, type Programme, type ProgrammeTerms } from "./world.ts";

/** A programme whose link is as old as its history needs. */
export async function addOldProgramme(terms: ProgrammeTerms = {}): Promise<Programme> {
  const programme = await addProgramme(terms);
  await env.CORE_DB.prepare("UPDATE affiliate_links SET created_at = ? WHERE id = ?")
    .bind(Date.now() - 200 * DAY_MS, programme.linkId)
    .run();
  return programme;
}
