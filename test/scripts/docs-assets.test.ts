import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { withOwnPicture } from "../../scripts/docs-assets.ts";

const BUNDLE = path.join(import.meta.dirname, "../../node_modules/redoc/bundles/redoc.standalone.js");

test("serves ReDoc with a picture of our own, and names no other host of its maker's", async () => {
  const served = withOwnPicture(await readFile(BUNDLE, "utf8"));
  expect(served).toContain('src:"/redoc/mark.svg"');
  expect(served).not.toContain("cdn.redoc.ly");
});

test("refuses a ReDoc that names the picture never, twice, or another one", () => {
  const picture = 'src:"https://cdn.redoc.ly/redoc/logo-mini.svg"';
  for (const bundle of ["", `${picture};${picture}`, `${picture};"https://cdn.redoc.ly/other.svg"`])
    expect(() => withOwnPicture(bundle)).toThrow("Look at it before serving it");
});
