import * as z from "zod";

const publicUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000);

/** A web address, http or https; of this machine too, for development. */
export const webUrl = z.union([
  publicUrl,
  z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1)$/ }).max(2000),
]);
