// When a page is made again, and when what was made before is given.
import { describe, expect, it } from "vitest";
import type { PlainDate } from "../kernel/index.ts";
import { keptPages } from "./kept-pages.ts";
import type { Page } from "./page.ts";

const law = { law: true };
const day = "2026-05-04" as PlainDate;
const page = { language: "nl", path: "/wet", query: "", offered: null, login: { visitor: null } } as unknown as Page;
const somebody = { ...page, login: { visitor: { name: "An" } } } as unknown as Page;

function counting() {
  let made = 0;
  const make = async () => {
    made += 1;
    return `page ${made}`;
  };
  return { make, times: () => made };
}

describe("a kept page", () => {
  it("is made once for the same thing, address, language and day", async () => {
    const pages = keptPages();
    const { make, times } = counting();
    for (let n = 0; n < 3; n += 1) expect(await pages.text(law, page, day, make)).toBe("page 1");
    expect(times()).toBe(1);
  });

  it.each([
    ["another language", law, { ...page, language: "fr" }, day],
    ["another address", law, { ...page, path: "/docs" }, day],
    ["another query", law, { ...page, query: "?a=1" }, day],
    ["a language that is offered", law, { ...page, offered: "en" }, day],
    ["another day", law, page, "2026-05-05" as PlainDate],
    ["another law", { law: false }, page, day],
  ] as const)("is made again for %s", async (_, on, other, today) => {
    const pages = keptPages();
    const { make, times } = counting();
    await pages.text(law, page, day, make);
    expect(await pages.text(on, other as Page, today, make)).toBe("page 2");
    expect(times()).toBe(2);
  });

  it("is never kept of, nor given to, somebody who has logged in", async () => {
    const pages = keptPages();
    const { make } = counting();
    expect(await pages.text(law, somebody, day, make)).toBe("page 1");
    expect(await pages.text(law, page, day, make)).toBe("page 2");
    expect(await pages.text(law, somebody, day, make)).toBe("page 3");
    expect(await pages.text(law, page, day, make)).toBe("page 2");
  });

  it("goes when room is needed, the longest unused first", async () => {
    const pages = keptPages(15);
    const { make } = counting();
    const at = (path: string) => pages.text(law, { ...page, path } as Page, day, make);
    await at("/a");
    await at("/b");
    await at("/a");
    await at("/c");
    expect([await at("/a"), await at("/c"), await at("/b")]).toEqual(["page 1", "page 3", "page 4"]);
  });

  it("is not kept when making it failed", async () => {
    const pages = keptPages();
    await expect(pages.text(law, page, day, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await pages.text(law, page, day, async () => "page")).toBe("page");
  });
});
