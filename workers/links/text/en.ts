import type { PageTexts } from "./texts.ts";

export const en: PageTexts = {
  endedTitle: "This offer has ended",
  endedDetail: "The merchant or the influencer no longer proposes it.",
  soonTitle: "This offer has not started yet",
  soonDetail: "Come back a little later.",
  unknownTitle: "This link does not exist",
  unknownDetail: "It may have been copied wrongly. Check the address.",
  scannedTitle: "Too many unknown links",
  scannedDetail: "Wait a minute before you try others.",
  failedTitle: "One moment, please",
  failedDetail: "The link could not be opened. Try again in a few seconds.",
  goOn: "Discover ShareYourSales",
  goToOffer: "See the offer",
  similarTitle: "Other offers you may like",
};
