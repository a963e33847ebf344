import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";
import { BUILD_DIR, ROOT } from "./settings.ts";

/** The shop snippet as browsers get it: one small script of ES2017, without a module system. */
export async function snippetScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    root: ROOT,
    build: {
      write: false,
      target: "es2017",
      lib: { entry: path.join(ROOT, "web/src/snippet/shop-snippet.ts"), formats: ["iife"], name: "sysSnippet" },
    },
  });
  const outputs = [made].flat().flatMap((result) => ("output" in result ? result.output : []));
  const script = outputs.find((output) => output.type === "chunk");
  if (!script) throw new Error("the snippet was not built");
  return script.code;
}

/** Puts the snippet where the web's static files are served from. */
export async function writeSnippet(): Promise<void> {
  await mkdir(path.join(BUILD_DIR, "web"), { recursive: true });
  await writeFile(path.join(BUILD_DIR, "web/t.js"), await snippetScript());
}
