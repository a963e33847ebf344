import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { BUILD_DIR, ROOT } from "../../scripts/settings.ts";
import { forget, newPlace, type Place, serve, stop, until } from "./served.ts";

const SEEDING_MAX_MS = 110_000;

/**
 * A state of its own that the demo is in already: seeded once for each build and day, then copied. What tests the seeding
 * itself begins with `newPlace`.
 */
export async function seededPlace(): Promise<Place> {
  const template = await seededTemplate();
  const place = await newPlace();
  await cp(template, place.stateDir, { recursive: true });
  return place;
}

async function seededTemplate(): Promise<string> {
  const template = path.join(BUILD_DIR, `seeded-${await versionOf()}`);
  if (await isThere(template)) return template;
  const lock = `${template}.lock`;
  if (!(await tookLock(lock))) {
    if (await until(() => isThere(template), SEEDING_MAX_MS)) return template;
    throw new Error(`nobody finished ${template}: remove ${lock}`);
  }
  try {
    const place = await newPlace();
    await stop(await serve(place));
    await cp(place.stateDir, `${template}.part`, { recursive: true });
    await rename(`${template}.part`, template);
    await forget(place);
    return template;
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

// The stamps of the builds that write the state, the migrations, and the day: the demo's weeks end today.
async function versionOf(): Promise<string> {
  const hash = createHash("sha256").update(new Date().toISOString().slice(0, 10));
  for (const part of ["seed", "platform"]) hash.update(await readFile(path.join(BUILD_DIR, `.${part}.hash`)));
  const migrations = path.join(ROOT, "migrations");
  for (const file of (await readdir(migrations, { recursive: true })).sort()) hash.update(file);
  return hash.digest("hex").slice(0, 16);
}

const isThere = (place: string) =>
  stat(place).then(
    () => true,
    () => false,
  );

const tookLock = (lock: string) =>
  mkdir(lock).then(
    () => true,
    () => false,
  );
