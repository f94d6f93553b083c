// The way to a page of the counter.
import { pathIn } from "../../language.ts";
import type { Crumb } from "../../look/breadcrumb.tsx";
import type { Page } from "../../page.ts";
import { applicantText } from "../../text/applicant.ts";
import { frameText } from "../../text/frame.ts";

export function crumbsOf(page: Page, start: string, ...more: readonly Crumb[]): readonly Crumb[] {
  return [
    { href: pathIn(page.language, "/"), label: frameText(page.language).home },
    { href: start, label: applicantText(page.language).title },
    ...more,
  ];
}
