// The way from the home page to this one.
import type { Language } from "../../kernel/index.ts";
import { frameText } from "../text/frame.ts";

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

export interface BreadcrumbProps {
  readonly language: Language;
  readonly crumbs: readonly Crumb[];
  readonly here: string;
}

export function Breadcrumb({ language, crumbs, here }: BreadcrumbProps) {
  return (
    <nav class="mw-breadcrumb" aria-label={frameText(language).youAreHere}>
      <ol>
        {crumbs.map((crumb) => (
          <li>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  );
}
