import { locale } from "../locale.tsx";
import { formatMad } from "../money.ts";

const SIZES = {
  small: "text-sm font-medium",
  normal: "font-medium",
  large: "text-lg font-semibold",
  huge: "text-xl font-semibold",
} as const;

/** Centimes of MAD in the page's language, isolated from the text around them. Nothing to show is a quiet amount. */
export function Amount(props: { minor: number; size?: keyof typeof SIZES; loss?: boolean; quiet?: boolean }) {
  const ink = () => (props.loss ? "text-terracotta-ink" : props.quiet ? "text-ink-soft" : "text-ink");
  return <bdi class={`amount ${SIZES[props.size ?? "normal"]} ${ink()}`}>{formatMad(props.minor, locale())}</bdi>;
}
