/** Says whether the numbers beside it move by themselves now. */
export function LiveMark(props: { text: string; live: boolean }) {
  return (
    <span
      class={`inline-flex items-center gap-2 rounded-full border border-line px-2.5 py-0.5 text-xs ${props.live ? "text-mint-ink" : "text-ink-soft"}`}
    >
      <span
        class={`size-2 rounded-full ${props.live ? "animate-wait bg-mint-fill" : "border border-line-strong"}`}
        aria-hidden="true"
      />
      {props.text}
    </span>
  );
}
