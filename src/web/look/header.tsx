// Name, main menu and language switch.
import { languages } from "../../kernel/index.ts";
import { OWN_NAME, pathIn } from "../language.ts";
import type { Page } from "../page.ts";
import { frameText } from "../text/frame.ts";
import { Mark } from "./mark.tsx";

export function Header({ page, translated }: { readonly page: Page; readonly translated: boolean }) {
  const text = frameText(page.language);
  const items = [
    { path: "/simulator", label: text.simulator },
    { path: "/cijfers", label: text.figures },
    { path: "/wet", label: text.rules },
    { path: "/api", label: text.api },
  ];
  return (
    <header class="mw-header">
      <div class="mw-wrap">
        <a class="mw-brand" href={pathIn(page.language, "/")}>
          <Mark />
          {text.product}
        </a>
        <nav class="mw-nav" aria-label={text.mainMenu}>
          <ul>
            {items.map((item) => (
              <li>
                <a
                  href={pathIn(page.language, item.path)}
                  aria-current={page.path === item.path ? "page" : page.path.startsWith(`${item.path}/`) ? "true" : undefined}
                >
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {translated ? (
          <nav class="mw-languages" aria-label={text.languages}>
            <ul>
              {languages.map((language) => (
                <li>
                  <a
                    href={pathIn(language, page.path) + page.query}
                    lang={language}
                    hreflang={language}
                    aria-current={language === page.language ? "true" : undefined}
                    aria-label={`${language.toUpperCase()} - ${OWN_NAME[language]}`}
                  >
                    {language.toUpperCase()}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </header>
  );
}
