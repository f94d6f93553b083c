// Pages of a long list: previous, the pages around this one, next.
import type { Language } from "../../kernel/index.ts";
import { formText } from "../text/form.ts";

export interface PaginationProps {
  readonly language: Language;
  /** From 1. */
  readonly at: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}

/** The first, the last, and the neighbours of `at`; 0 stands for a gap. */
export function pagesShown(at: number, pages: number): number[] {
  const near = [1, at - 1, at, at + 1, pages].filter((page) => page >= 1 && page <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((page, index) => {
    const before = sorted[index - 1];
    return before !== undefined && page - before > 1 ? [0, page] : [page];
  });
}

export function Pagination({ language, at, pages, href }: PaginationProps) {
  const text = formText(language);
  if (pages <= 1) return null;
  return (
    <nav class="mw-pages" aria-label={text.pages}>
      <ul>
        {at > 1 ? (
          <li>
            <a rel="prev" href={href(at - 1)}>
              {text.previous}
            </a>
          </li>
        ) : null}
        {pagesShown(at, pages).map((page) =>
          page === 0 ? (
            <li aria-hidden="true">…</li>
          ) : (
            <li>
              <a href={href(page)} aria-label={text.page(page)} aria-current={page === at ? "page" : undefined}>
                {page}
              </a>
            </li>
          ),
        )}
        {at < pages ? (
          <li>
            <a rel="next" href={href(at + 1)}>
              {text.next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
