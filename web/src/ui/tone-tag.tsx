import type { JSX } from "solid-js";

const LOOKS = {
  neutral: "border-line bg-sunken text-ink",
  info: "border-majorelle/25 bg-majorelle-wash text-majorelle-ink",
  success: "border-mint-fill/40 bg-mint-wash text-mint-ink",
  attention: "border-saffron-fill/50 bg-saffron-wash text-saffron-ink",
  loss: "border-terracotta-fill/35 bg-terracotta-wash text-terracotta-ink",
} as const;
export type TagTone = keyof typeof LOOKS;

/** How something ended, in a word: for what is no status of an order or of money. */
export function ToneTag(props: { tone: TagTone; children: JSX.Element }) {
  return (
    <span
      class={`inline-flex items-center rounded-full border px-2.5 py-0.5 text-xs font-medium whitespace-nowrap ${LOOKS[props.tone]}`}
    >
      {props.children}
    </span>
  );
}
