import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Without it one of two cores would be left idle.
    maxWorkers: "100%",
    reporters: ["default", "json"],
    outputFile: { json: "test-results/unit.json" },
  },
});
