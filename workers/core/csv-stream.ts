/** Opens a file that spreadsheets then read as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/**
 * A CSV of these pieces, read only as fast as it is taken, so that a file is never held at once. What fails on the way breaks
 * the answer off, as nothing else could tell by then.
 */
export function csvStream(pieces: AsyncGenerator<string, void, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isOpened = false;
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(`${isOpened ? "" : BYTE_ORDER_MARK}${value}`));
      isOpened = true;
    },
    async cancel() {
      await pieces.return();
    },
  });
}
