import WifiOff from "lucide-solid/icons/wifi-off";

/** Above everything, while it lasts. */
export function Banner(props: { title: string; text: string }) {
  return (
    <div class="sticky top-0 z-40 border-b border-saffron-fill/60 bg-saffron-wash px-4 py-2 sm:px-6" role="status">
      <p class="mx-auto flex max-w-page items-start gap-2.5 text-sm">
        <WifiOff class="mt-0.5 size-4 shrink-0 text-saffron-ink" />
        <span>
          <span class="font-medium text-saffron-ink">{props.title}.</span> {props.text}
        </span>
      </p>
    </div>
  );
}
