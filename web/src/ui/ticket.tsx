import type { JSX } from "solid-js";

/** One case told like a delivery slip, with what could happen instead on its stub. */
export function Ticket(props: {
  title: string;
  lead: string;
  children: JSX.Element;
  stub: { readonly text: string; readonly more: string; readonly value: JSX.Element };
}) {
  return (
    <section class="min-w-0 overflow-clip rounded-lg border border-line bg-surface">
      <div class="grid grid-cols-1 gap-5 p-5 sm:p-6">
        <div class="grid gap-1">
          <h2 class="text-lg font-semibold">{props.title}</h2>
          <p class="text-sm text-ink-soft">{props.lead}</p>
        </div>
        {props.children}
      </div>
      <div class="flex items-center justify-between gap-4 border-t border-dashed border-line-strong/60 bg-terracotta-wash px-5 py-3.5 sm:px-6">
        <p class="text-sm">
          <span class="font-medium">{props.stub.text}</span> {props.stub.more}
        </p>
        {props.stub.value}
      </div>
    </section>
  );
}
