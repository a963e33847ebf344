import type { LiveMessage } from "../../../../schemas/live.ts";

export const liveMessageExample: LiveMessage = {
  kind: "events",
  events: [
    {
      id: 1_795_600_000_001,
      kind: "clicks",
      at: "2026-11-25T09:30:00.000Z",
      linkId: "lnk_01kazbnd4yf6dvgfm7r3v2c3ga",
      productId: "prd_01kazbnd4yf6dvgfm7r3v2c3gb",
      humans: 3,
      bots: 1,
      country: "MA",
      device: "android",
    },
  ],
};
