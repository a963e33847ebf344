import { Invalid } from "../errors.ts";

/** Ends the reading of a file that is cut off, or says of itself what is not so. @throws Invalid `image.unreadable` */
export function refuseUnless(isSound: boolean): void {
  if (!isSound) throw new Invalid("image.unreadable");
}
