/** Base64 (RFC 4648, with padding) of the text's UTF-8 bytes. */
export function toBase64(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
