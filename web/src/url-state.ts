type Param = string | readonly string[] | undefined;

/** A parameter of the address as one text; undefined when it is absent or empty. */
export function textOf(param: Param): string | undefined {
  return typeof param === "string" && param !== "" ? param : undefined;
}

/** A parameter of the address when it is one of the known; anything else counts as absent. */
export function oneOf<T extends string>(known: readonly T[], param: Param): T | undefined {
  return known.find((value) => value === param);
}

/** The address of a page with these parameters; what is undefined is left out. */
export function addressWith(path: string, params: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
