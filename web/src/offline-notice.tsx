import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { uiTexts } from "./text/ui/texts.ts";
import { Banner } from "./ui/banner.tsx";

/** Says so while the device has no connection; everything on the page stays readable. */
export function OfflineNotice() {
  const [isOffline, setIsOffline] = createSignal(!navigator.onLine);
  const look = () => setIsOffline(!navigator.onLine);
  onMount(() => {
    addEventListener("online", look);
    addEventListener("offline", look);
  });
  onCleanup(() => {
    removeEventListener("online", look);
    removeEventListener("offline", look);
  });
  return (
    <Show when={isOffline()}>
      <Banner title={uiTexts().offlineTitle} text={uiTexts().offlineText} />
    </Show>
  );
}
