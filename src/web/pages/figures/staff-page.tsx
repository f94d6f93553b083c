// The frame of the pages for staff: in Dutch only, with the way back.
import type { Child } from "hono/jsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { ANSWER_FORM_PATH, COMPOSE_PATH, DRAFTS_PATH, FIGURES_PATH, INSIDE_PATH, VERIFY_PATH, WORK_PATH } from "./paths.ts";

export interface StaffPageProps {
  readonly page: Page;
  readonly title: string;
  readonly refused?: boolean;
  readonly children: Child;
}

const places = [
  [WORK_PATH, "Overzicht"],
  [COMPOSE_PATH, "Vraag stellen"],
  [ANSWER_FORM_PATH, "Antwoord opstellen"],
  [DRAFTS_PATH, "Ontwerpen"],
  [INSIDE_PATH, "Intern dashboard"],
  [VERIFY_PATH, "Nazicht"],
] as const;

export function StaffPage({ page, title, refused = false, children }: StaffPageProps) {
  return (
    <Layout
      page={{ ...page, language: "nl", offered: null }}
      title={title}
      refused={refused}
      translated={false}
      crumbs={[
        { href: "/", label: "Start" },
        { href: FIGURES_PATH, label: "Cijfers" },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <nav aria-label="Cijfers maken">
        <ul class="mw-inline-links">
          {places.map(([path, label]) => (
            <li>
              <a href={path} aria-current={page.path === path ? "page" : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Layout>
  );
}
