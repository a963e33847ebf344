const modules = import.meta.glob<string>(
  ["../../workers/**/*.ts", "../../schemas/**/*.ts", "../../web/src/**/*.{ts,tsx}", "../../scripts/**/*.ts"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

export interface Source {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly isType: boolean }[];
}

const IMPORT = /^(?:import|export)\s+(type\s+)?[^;]*?from\s+"([^"]+)";|^import\s+"([^"]+)";/gms;

function resolve(path: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const parts = path.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

export const sources: readonly Source[] = Object.entries(modules).map(([key, text]) => {
  const path = key.replace("../../", "");
  const imports = [...text.matchAll(IMPORT)].map(([, type, from, bare]) => ({
    from: resolve(path, from ?? bare ?? ""),
    isType: type !== undefined,
  }));
  return { path, text, imports };
});

export const inFolder = (folder: string) => sources.filter(({ path }) => path.startsWith(folder));
