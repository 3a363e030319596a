import { DEFAULT_THEME } from "@mantine/core";
import { expect, test } from "vitest";
import { cssVariables } from "../../renderer/app/theme.ts";

/** WCAG 2: how light a colour is, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("the title of a warning is readable on its ground by day", () => {
  const { light } = cssVariables(DEFAULT_THEME);
  const title = luminance(light["--mantine-color-yellow-light-color"]!);
  const ground = luminance(DEFAULT_THEME.colors.yellow[1]);
  expect((ground + 0.05) / (title + 0.05)).toBeGreaterThan(4.5);
});
