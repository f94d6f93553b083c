// Employer or self-employed: two forms under one name.
import type { Language } from "../../kernel/index.ts";
import { pathIn } from "../language.ts";
import { simulatorText } from "../text/simulator.ts";

export const EMPLOYER_PATH = "/simulator";
export const SELF_EMPLOYED_PATH = "/simulator/zelfstandige";

export function SimulatorTabs({ language, at }: { readonly language: Language; readonly at: string }) {
  const text = simulatorText(language);
  const tabs = [
    { path: EMPLOYER_PATH, label: text.forEmployer },
    { path: SELF_EMPLOYED_PATH, label: text.forSelf },
  ];
  return (
    <nav class="mw-tabs" aria-label={text.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={pathIn(language, tab.path)} aria-current={tab.path === at ? "page" : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
