/** A colour for fine lines: they look darker than words in the same ink, so a fifth of white is mixed in. */
export function lighter(hex: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(channel + (255 - channel) * 0.2));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
