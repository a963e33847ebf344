const news = new EventTarget();

/** Tells the session that the API does not know it any more. */
export const announceSessionEnd = () => news.dispatchEvent(new Event("end"));

/** Listens for the end of the session; the answer stops listening. */
export function onSessionEnd(listener: () => void): () => void {
  news.addEventListener("end", listener);
  return () => news.removeEventListener("end", listener);
}
