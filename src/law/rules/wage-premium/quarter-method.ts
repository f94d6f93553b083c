// How a monthly amount becomes a quarterly one when it changes inside the quarter (OPEN-10).
import { bySwitch, type Expression, sumOverMonths } from "../../engine/build.ts";

export function overTheQuarter(monthly: Expression<"cents/month">): Expression<"cents/quarter"> {
  return bySwitch("OPEN-10", {
    PER_MONTH: sumOverMonths(monthly, "each"),
    FIRST_MONTH: sumOverMonths(monthly, "first"),
    LAST_MONTH: sumOverMonths(monthly, "last"),
  });
}
