import { offerShortcuts } from "../shell/page-shortcuts.ts";
import { orderTexts } from "../text/orders/texts.ts";

/** The keys of the desk, as `createOrderKeys` takes them. */
export function offerOrderShortcuts(): void {
  offerShortcuts(() => {
    const { keys, acts } = orderTexts();
    return [
      { keys: ["j"], text: keys.next },
      { keys: ["k"], text: keys.previous },
      { keys: ["x"], text: keys.select },
      { keys: ["c"], text: acts.confirm },
      { keys: ["s"], text: acts.ship },
      { keys: ["d"], text: acts.deliver },
      { keys: ["e"], text: acts.collect },
      { keys: ["r"], text: keys.refuse },
      { keys: ["u"], text: keys.undo },
      { keys: ["/"], text: keys.search },
    ];
  });
}
