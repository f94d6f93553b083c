// What stands under every page: the legal pages, and who we are not.
import { formatDate, plainDate } from "../../kernel/index.ts";
import { pathIn } from "../language.ts";
import type { Page } from "../page.ts";
import { frameText } from "../text/frame.ts";

export function Footer({ page }: { readonly page: Page }) {
  const text = frameText(page.language);
  const items = [
    { path: "/over", label: text.about },
    { path: "/toegankelijkheid", label: text.accessibility },
    { path: "/privacy", label: text.privacy },
    { path: "/begrippen", label: text.glossary },
    { path: "/docs", label: text.documents },
    { path: "/api", label: text.developers },
  ];
  return (
    <footer class="mw-footer">
      <div class="mw-wrap">
        <nav aria-label={text.footerMenu}>
          <ul>
            {items.map((item) => (
              <li>
                <a href={pathIn(page.language, item.path)}>{item.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>{text.notOfficial}</p>
        <p>{text.lawState(page.law.version, formatDate(plainDate(page.law.stateOfKnowledge), page.language))}</p>
      </div>
    </footer>
  );
}
