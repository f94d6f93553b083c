// The tests that look at the engine of the law; used when its code is mutated (npm run mutate:engine).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/law/engine/**/*.test.ts", "src/law/cases/cases.test.ts", "tests/unit/law-agreement.test.ts"],
    pool: "threads",
    maxWorkers: 1,
    testTimeout: 20_000,
  },
});
