// Which quarters are paid, and when something was last booked for one.
import type { Instant } from "../../kernel/index.ts";
import type { PaidQuarters } from "../../payment/index.ts";
import type { Queryable } from "../connection.ts";
import { factsMark, movedSince } from "./moved-facts.ts";

export function paidQuarters(db: Queryable): PaidQuarters {
  return {
    async booked() {
      const { rows } = await db.query<{ first: number | null; last: number | null }>(
        "select min(quarter) as first, max(quarter) as last from pay.ledger_line",
      );
      const found = rows[0];
      return found?.first == null || found.last === null ? null : { first: found.first, last: found.last };
    },
    async lastBookedAt(quarters) {
      if (quarters.length === 0) return new Map();
      const { rows } = await db.query<{ quarter: number; at: Instant }>(
        "select quarter, max(booked_at) as at from pay.ledger_line where quarter = any($1) group by quarter",
        [quarters],
      );
      return new Map(rows.map((row) => [row.quarter, row.at]));
    },
    factsMark: () => factsMark(db),
    movedSince: (quarters) => movedSince(db, quarters),
  };
}
