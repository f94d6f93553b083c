// Threads over shared columns give what one thread gives, for any number of rows.
import { describe, expect, it } from "vitest";
import { quarter } from "../../kernel/index.ts";
import { ColumnMemory, wasmColumns } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ColumnThreads } from "./column-threads.ts";

describe("threads over shared columns", () => {
  it("give what one thread gives", async () => {
    const threads = new ColumnThreads(2);
    try {
      const memory = new ColumnMemory(6_000_000, true);
      const kernel = wasmColumns([{ law: openLaw() }], quarter("2025-Q2"), { rules: ["wagePremium", "guidancePremium"], memory });
      for (const rows of [20_003, 1, 0]) {
        const input = kernel.makeInput(rows);
        input.package!.fill(3);
        input.startQuarter!.fill(8099);
        input.guidanceNeed!.fill(3);
        for (let row = 0; row < rows; row += 1) {
          input.grossWage![row] = 100_000 + row * 61;
          input.employmentFraction![row] = 1 + (row % 10_000);
        }
        const alone = kernel.makeOutput(rows);
        kernel.run(input, rows, alone);
        const together = kernel.makeOutput(rows);
        await threads.run(kernel.call(input, together), memory, rows);
        expect(together[0]!.status).toEqual(alone[0]!.status);
        expect(together[0]!.values).toEqual(alone[0]!.values);
        if (rows > 1000) expect(Math.max(...together[0]!.values.wagePremium!.subarray(0, 100))).toBeGreaterThan(0);
      }
    } finally {
      await threads.close();
    }
  });

  it("refuse memory that is not shared", async () => {
    const threads = new ColumnThreads(1);
    try {
      const memory = new ColumnMemory(1_000_000);
      const kernel = wasmColumns([{ law: openLaw() }], quarter("2025-Q2"), { rules: ["wagePremium"], memory });
      const call = kernel.call(kernel.makeInput(1), kernel.makeOutput(1));
      await expect(threads.run(call, memory, 1)).rejects.toThrow(/shared/);
    } finally {
      await threads.close();
    }
  });
});
