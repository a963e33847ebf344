/** How Arabic counts things: 3 to 10, 11 to 99, whole hundreds. The other languages say all three alike. */
export function pluralOf(count: number): "Few" | "Many" | "Other" {
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return "Few";
  return rest >= 11 ? "Many" : "Other";
}
