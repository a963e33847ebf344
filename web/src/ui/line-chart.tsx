import { createEffect, createSignal, For, onCleanup, onMount, Show, untrack } from "solid-js";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { locale } from "../locale.tsx";
import { theme } from "../theme.ts";

export type LineLook = "main" | "before" | "apart";

export interface ChartLine {
  readonly name: string;
  readonly look: LineLook;
  /** One value for each moment; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface LineChartProps {
  /** What the picture shows, in one sentence: the same numbers stand in a table nearby. */
  readonly label: string;
  /** Epoch seconds, ascending. */
  readonly moments: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly formatValue: (value: number) => string;
  /** A moment on the axis, short; and in full beside the values. */
  readonly formatMoment: (second: number) => string;
  readonly formatMomentFully: (second: number) => string;
}

const HEIGHT = 260;
const LABEL_WIDTH = 76;
const SWATCHES: Readonly<Record<LineLook, string>> = {
  main: "stroke-majorelle [stroke-width:2.5]",
  before: "stroke-line-strong [stroke-width:1.5]",
  apart: "stroke-saffron-fill [stroke-width:1.5] [stroke-dasharray:4_3]",
};

/** Lines over time, from zero. It reads from the right in Arabic, follows finger and mouse, and takes the colours of the page. */
export function LineChart(props: LineChartProps) {
  const [at, setAt] = createSignal<number | null>(null);
  let place: HTMLDivElement | undefined;
  let inks: HTMLDivElement | undefined;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const [isDark, setIsDark] = createSignal(dark.matches);
  const onDark = () => setIsDark(dark.matches);
  onMount(() => dark.addEventListener("change", onDark));
  onCleanup(() => dark.removeEventListener("change", onDark));
  createEffect(() => {
    if (!place || !inks) return;
    // Drawn anew when the numbers, the language or the colours change.
    [theme(), isDark(), locale()];
    const data: uPlot.AlignedData = [[...props.moments], ...props.lines.map(({ values }) => [...values])];
    const drawn = new uPlot(optionsOf(props, inksOf(inks), place.clientWidth, setAt), data, place);
    const ends = untrack(() => followPlace(drawn, place));
    onCleanup(() => {
      ends();
      drawn.destroy();
      setAt(null);
    });
  });
  return (
    <div class="grid min-w-0 gap-2">
      <Legend {...props} at={at()} />
      <div ref={inks} class="hidden" aria-hidden="true">
        <span class="text-ink-soft" />
        <span class="text-line" />
        <span class="text-majorelle" />
        <span class="text-line-strong" />
        <span class="text-saffron-fill" />
      </div>
      <div
        ref={place}
        dir="ltr"
        class="min-h-65 min-w-0 overflow-clip [&_.u-over]:touch-pan-y"
        role="img"
        aria-label={props.label}
      />
    </div>
  );
}

function Legend(props: LineChartProps & { at: number | null }) {
  const atMoment = (line: ChartLine) => (props.at === null ? undefined : line.values[props.at]);
  const moment = () => (props.at === null ? undefined : props.moments[props.at]);
  return (
    <div class="flex min-h-6 flex-wrap items-center gap-x-5 gap-y-1 text-sm text-ink-soft">
      <For each={props.lines}>
        {(line) => (
          <span class="inline-flex items-center gap-2">
            <svg class="h-2 w-5" aria-hidden="true">
              <line x1="0" y1="4" x2="20" y2="4" class={SWATCHES[line.look]} />
            </svg>
            {line.name}
            <Show when={typeof atMoment(line) === "number"}>
              <bdi class="amount font-medium text-ink">{props.formatValue(atMoment(line) ?? 0)}</bdi>
            </Show>
          </span>
        )}
      </For>
      <Show when={moment() !== undefined}>
        <bdi class="ms-auto text-ink">{props.formatMomentFully(moment() ?? 0)}</bdi>
      </Show>
    </div>
  );
}

interface Inks {
  readonly text: string;
  readonly grid: string;
  readonly lines: Readonly<Record<LineLook, string>>;
}

// A canvas knows no tokens: they are read from elements that wear them.
function inksOf(place: HTMLElement): Inks {
  const [text = "", grid = "", main = "", before = "", apart = ""] = [...place.children].map(
    (element) => getComputedStyle(element).color,
  );
  return { text, grid, lines: { main, before, apart } };
}

function optionsOf(
  props: LineChartProps,
  inks: Inks,
  width: number,
  onCursor: (at: number | null) => void,
): uPlot.Options {
  const isRtl = locale() === "ar";
  const widths: Readonly<Record<LineLook, number>> = { main: 2.5, before: 1.5, apart: 1.5 };
  const isSingle = props.moments.length === 1;
  return {
    width,
    height: HEIGHT,
    padding: isRtl ? [8, 8, 0, 24] : [8, 24, 0, 8],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 8 } },
    scales: {
      x: { time: true, dir: isRtl ? -1 : 1 },
      y: { range: (_plot, _min, max) => [0, Math.max(max * 1.08, 4)] },
    },
    series: [
      {},
      ...props.lines.map(({ name, look }) => ({
        label: name,
        stroke: inks.lines[look],
        width: widths[look],
        points: { show: isSingle },
        ...(look === "apart" ? { dash: [4, 3] } : {}),
      })),
    ],
    axes: axesOf(props, inks),
    hooks: { setCursor: [({ cursor }) => onCursor(cursor.idx ?? null)] },
  };
}

function axesOf(props: LineChartProps, inks: Inks): uPlot.Axis[] {
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const axis = { stroke: inks.text, font, ticks: { show: false }, grid: { stroke: inks.grid, width: 1 } };
  return [
    {
      ...axis,
      grid: { show: false },
      splits: (plot) => everyFew(props.moments, plot.width),
      gap: 10,
      size: 44,
      values: (_plot, seconds) => seconds.map(props.formatMoment),
    },
    {
      ...axis,
      side: locale() === "ar" ? 1 : 3,
      size: 56,
      space: 44,
      values: (_plot, values) => values.map((value) => (Number.isInteger(value) ? props.formatValue(value) : "")),
    },
  ];
}

// Labels stand under moments that have a value, as many as there is room for.
function everyFew(moments: readonly number[], width: number): number[] {
  const step = Math.max(1, Math.ceil((moments.length * LABEL_WIDTH) / width));
  return moments.filter((_, at) => at % step === 0);
}

// The picture keeps the width of its place; a finger moves what a mouse would.
function followPlace(drawn: uPlot, place: HTMLElement | undefined): () => void {
  const observer = new ResizeObserver(() => place && drawn.setSize({ width: place.clientWidth, height: HEIGHT }));
  if (place) observer.observe(place);
  const point = (event: PointerEvent) => {
    if (event.pointerType === "mouse") return;
    const { left, top } = drawn.over.getBoundingClientRect();
    drawn.setCursor({ left: event.clientX - left, top: event.clientY - top });
  };
  drawn.over.addEventListener("pointerdown", point);
  drawn.over.addEventListener("pointermove", point);
  return () => {
    observer.disconnect();
    drawn.over.removeEventListener("pointerdown", point);
    drawn.over.removeEventListener("pointermove", point);
  };
}
