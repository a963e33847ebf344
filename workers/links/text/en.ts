import type { PageTexts } from "./texts.ts";

export const en: PageTexts = {
  endedTitle: "This offer has ended",
  endedDetail: "The merchant or the influencer no longer proposes it. Other offers are waiting for you.",
  soonTitle: "This offer has not started yet",
  soonDetail: "Come back a little later, or see what is on offer today.",
  unknownTitle: "This link does not exist",
  unknownDetail: "It may have been copied wrongly. Check the address, or see the current offers.",
  failedTitle: "One moment, please",
  failedDetail: "The link could not be opened. Try again in a few seconds.",
  seeOffers: "See the offers",
  goToOffer: "See the offer",
};
