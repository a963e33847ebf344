import { customType, integer, text } from "drizzle-orm/sqlite-core";

/** UTC epoch milliseconds. */
export const instant = (name: string) => integer(name);

/** JSON in a TEXT column; the caller's type is guaranteed by the verb that writes it. */
export const json = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value),
  })(name);

/** A TypeID or another opaque id. */
export const id = (name: string) => text(name);
