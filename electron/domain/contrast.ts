/** Less than this against its ground is not read from where a charter is looked at: WCAG's bound for large letters. */
export const leastContrast = 3;

export interface Colour {
  red: number;
  green: number;
  blue: number;
}

export const paperWhite: Colour = { red: 255, green: 255, blue: 255 };

/** "#0f4536", "#fff" or with how much it covers, "#0f453680", as it looks on white; null for what is none. */
export function readColour(text: string): Colour | null {
  const digits = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text) ? text.slice(1) : null;
  if (digits === null) return null;
  const step = digits.length <= 4 ? 1 : 2;
  const parts = Array.from({ length: digits.length / step }, (_, index) => {
    const part = digits.slice(index * step, (index + 1) * step);
    return Number.parseInt(step === 1 ? part + part : part, 16);
  });
  const [red = 0, green = 0, blue = 0, cover = 255] = parts;
  const onWhite = (part: number) => 255 + (part - 255) * (cover / 255);
  return { red: onWhite(red), green: onWhite(green), blue: onWhite(blue) };
}

/** How far two colours are apart, 1 to 21, as WCAG 2 reckons it. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
