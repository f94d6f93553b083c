// Unit and law tests run beside the code; database tests are named *.db.test.ts and share one embedded server.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/unit/**/*.test.ts"],
    exclude: ["**/node_modules/**", "tests/browser/**"],
    pool: "threads",
    maxWorkers: 2,
    // What hangs is ended, however slow the machine; how long things may take is for the benchmarks.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
