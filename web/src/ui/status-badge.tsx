import type { LucideProps } from "lucide-solid";
import Ban from "lucide-solid/icons/ban";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDashed from "lucide-solid/icons/circle-dashed";
import CirclePause from "lucide-solid/icons/circle-pause";
import CircleX from "lucide-solid/icons/circle-x";
import Clock from "lucide-solid/icons/clock";
import HandCoins from "lucide-solid/icons/hand-coins";
import House from "lucide-solid/icons/house";
import PackageCheck from "lucide-solid/icons/package-check";
import PackageX from "lucide-solid/icons/package-x";
import Scale from "lucide-solid/icons/scale";
import Send from "lucide-solid/icons/send";
import ShieldAlert from "lucide-solid/icons/shield-alert";
import ShieldCheck from "lucide-solid/icons/shield-check";
import ShieldQuestion from "lucide-solid/icons/shield-question-mark";
import Truck from "lucide-solid/icons/truck";
import Undo2 from "lucide-solid/icons/undo-2";
import Wallet from "lucide-solid/icons/wallet";
import type { Component } from "solid-js";
import { Dynamic } from "solid-js/web";
import { statusTexts } from "../text/status/texts.ts";

const LOOKS = {
  neutral: "border-line bg-sunken text-ink",
  blue: "border-majorelle/25 bg-majorelle-wash text-majorelle-ink",
  saffron: "border-saffron-fill/50 bg-saffron-wash text-saffron-ink",
  mint: "border-mint-fill/40 bg-mint-wash text-mint-ink",
  terracotta: "border-terracotta-fill/35 bg-terracotta-wash text-terracotta-ink",
} as const;

// A status is the same word with the same colour and icon everywhere.
const COLOURS = {
  placed: "neutral",
  confirmed: "blue",
  shipped: "blue",
  delivered: "blue",
  collected: "mint",
  cancelled: "terracotta",
  refused: "terracotta",
  returned: "terracotta",
  lost: "terracotta",
  forecast: "neutral",
  earned: "saffron",
  available: "mint",
  inTransit: "blue",
  paid: "mint",
  void: "terracotta",
  reversed: "terracotta",
  active: "mint",
  paused: "saffron",
  expired: "neutral",
  capped: "neutral",
  archived: "neutral",
  pending: "saffron",
  approved: "mint",
  rejected: "terracotta",
  accepted: "mint",
  dismissed: "terracotta",
  checked: "saffron",
  cleared: "mint",
  contested: "blue",
  withdrawn: "neutral",
  suspended: "terracotta",
  waiting: "saffron",
  verified: "mint",
  up: "mint",
  down: "terracotta",
} as const;
export type Status = keyof typeof COLOURS;
export const ALL_STATUSES = Object.keys(COLOURS).filter((name): name is Status => name in COLOURS);

const ICONS: Readonly<Record<Status, Component<LucideProps>>> = {
  placed: CircleDashed,
  confirmed: CircleCheck,
  shipped: Truck,
  delivered: House,
  collected: HandCoins,
  cancelled: Ban,
  refused: PackageX,
  returned: Undo2,
  lost: PackageX,
  forecast: CircleDashed,
  earned: Clock,
  available: Wallet,
  inTransit: Send,
  paid: CircleCheck,
  void: CircleX,
  reversed: Undo2,
  active: CircleCheck,
  paused: CirclePause,
  expired: Clock,
  capped: PackageCheck,
  archived: Ban,
  pending: Clock,
  approved: CircleCheck,
  rejected: CircleX,
  accepted: CircleCheck,
  dismissed: CircleX,
  checked: ShieldQuestion,
  cleared: ShieldCheck,
  contested: Scale,
  withdrawn: Undo2,
  suspended: ShieldAlert,
  waiting: Clock,
  verified: CircleCheck,
  up: CircleCheck,
  down: CircleX,
};

/** What an order, a commission, a link, a request or a service is now: one word, one colour, one icon. */
export function StatusBadge(props: { status: Status }) {
  return (
    <span
      class={`inline-flex items-center gap-1.5 rounded-full border py-0.5 ps-2 pe-2.5 text-xs font-medium whitespace-nowrap ${LOOKS[COLOURS[props.status]]}`}
    >
      <Dynamic component={ICONS[props.status]} class="size-3.5 shrink-0" />
      {statusTexts()[props.status]}
    </span>
  );
}

/** The icon of a status alone, where its word stands beside it. */
export function StatusIcon(props: { status: Status }) {
  return <Dynamic component={ICONS[props.status]} />;
}
