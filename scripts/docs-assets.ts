import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { BUILD_DIR, Refusal, ROOT } from "./settings.ts";

/** The only address outside that ReDoc's bundle names: a picture beside its credit. */
const FOREIGN_PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg";
const OWN_PICTURE = "/redoc/mark.svg";

/** Puts Swagger UI and ReDoc beside the pages that load them, so that /docs and /redoc ask nobody else for anything. */
export async function copyDocsAssets(): Promise<void> {
  const [swagger, redoc] = [path.join(BUILD_DIR, "web/docs"), path.join(BUILD_DIR, "web/redoc")];
  await Promise.all([swagger, redoc].map((folder) => mkdir(folder, { recursive: true })));
  const ofSwagger = (file: string) => path.join(ROOT, "node_modules/swagger-ui-dist", file);
  const ofRedoc = (file: string) => path.join(ROOT, "node_modules/redoc/bundles", file);
  for (const file of ["swagger-ui-bundle.js", "swagger-ui.css"]) {
    await writeFile(path.join(swagger, file), withoutSourceMap(await readFile(ofSwagger(file), "utf8")));
  }
  const bundle = withOwnPicture(await readFile(ofRedoc("redoc.standalone.js"), "utf8"));
  await writeFile(path.join(redoc, "redoc.standalone.js"), withoutSourceMap(bundle));
  await copyFile(ofSwagger("swagger-ui-bundle.js.LICENSE.txt"), path.join(swagger, "swagger-ui-bundle.js.LICENSE.txt"));
  await copyFile(ofRedoc("redoc.standalone.js.LICENSE.txt"), path.join(redoc, "redoc.standalone.js.LICENSE.txt"));
}

/** @throws Refusal unless the bundle names the foreign picture once and no other file of that host */
export function withOwnPicture(bundle: string): string {
  const parts = bundle.split(FOREIGN_PICTURE);
  const replaced = parts.join(OWN_PICTURE);
  if (parts.length !== 2 || replaced.includes("cdn.redoc.ly")) {
    throw new Refusal(`ReDoc's bundle should name ${FOREIGN_PICTURE} once. Look at it before serving it.`);
  }
  return replaced;
}

// The maps are not served; a browser's tools would be answered with the web page instead.
function withoutSourceMap(text: string): string {
  return text.replace(/(\/\/|\/\*)# sourceMappingURL=\S+(\s*\*\/)?\s*$/, "");
}
