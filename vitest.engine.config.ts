// The tests that look at the engine of the law; used when its code is mutated (npm run mutate:engine).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/law/engine/**/*.test.ts", "src/law/cases/cases.test.ts", "tests/unit/law-agreement.test.ts"],
    // Each mutant runs the tests that reach it: a few random cases find what they can find.
    env: { AGREEMENT_CASES: "300" },
    pool: "threads",
    maxWorkers: 1,
    testTimeout: 20_000,
  },
});
