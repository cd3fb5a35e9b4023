import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    env: { TZ: "UTC" },
    // For what hangs, not for what is slow: a test that is given up goes on, and disturbs those after it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The slow tests wait for browsers and kernels: two cores take two of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
