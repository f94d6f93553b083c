// Pages that are the same for every stranger, kept as text: what rests on the law or on a release alone is made once a day, not once a visit.
import type { PlainDate } from "../kernel/index.ts";
import type { Page } from "./page.ts";

/** Characters of all kept pages together; beyond it the one that was not asked for longest goes. */
const MOST_CHARACTERS = 24_000_000;

interface Kept {
  readonly on: object;
  readonly text: string;
}

export interface KeptPages {
  /**
   * The page as it was made before from the same `on`, in this language, at this address, for this day; else made now. Only for readers who
   * have not logged in: nothing of a person may be kept.
   */
  text(on: object, page: Page, today: PlainDate, make: () => Promise<string>): Promise<string>;
}

export function keptPages(most: number = MOST_CHARACTERS): KeptPages {
  const pages = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string, kept: Kept) => {
    pages.delete(key);
    size -= kept.text.length;
  };
  return {
    async text(on, page, today, make) {
      if (page.login?.visitor) return make();
      const key = JSON.stringify([page.language, page.path, page.query, page.offered, today]);
      const before = pages.get(key);
      if (before !== undefined) {
        drop(key, before);
        if (before.on === on) return put(key, before);
      }
      const text = await make();
      // Two readers may have waited for the same page.
      const meanwhile = pages.get(key);
      if (meanwhile !== undefined) drop(key, meanwhile);
      return put(key, { on, text });
    },
  };

  function put(key: string, kept: Kept): string {
    pages.set(key, kept);
    size += kept.text.length;
    for (const [oldest, old] of pages) {
      if (size <= most) break;
      drop(oldest, old);
    }
    return kept.text;
  }
}
