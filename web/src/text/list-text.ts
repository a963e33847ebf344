import { locale } from "../locale.tsx";

/** Things one after the other, with the comma of the language. */
export const listText = (things: readonly string[]): string => things.join(locale() === "ar" ? "، " : ", ");
