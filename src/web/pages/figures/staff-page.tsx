// The frame of the pages for staff: in Dutch only, with the way back.
import type { Child } from "hono/jsx";
import { type Permission, reachOf } from "../../../access/index.ts";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { PROGRAM_KEYS_PATH } from "../keys/paths.ts";
import {
  ANSWER_FOLDERS_PATH,
  ANSWER_FORM_PATH,
  BOUNDS_PATH,
  COMPOSE_PATH,
  DRAFTS_PATH,
  FIGURES_PATH,
  INSIDE_PATH,
  LINKAGE_PATH,
  VERIFY_PATH,
  WORK_PATH,
} from "./paths.ts";

export interface StaffPageProps {
  readonly page: Page;
  readonly title: string;
  readonly refused?: boolean;
  readonly children: Child;
}

/** The third is the permission that the page needs; the list shows what its reader may open. */
const places = [
  [WORK_PATH, "Overzicht"],
  [COMPOSE_PATH, "Vraag stellen"],
  [ANSWER_FORM_PATH, "Antwoord opstellen", "answer.draft"],
  [ANSWER_FOLDERS_PATH, "Antwoorden uit een map", "answer.draft"],
  [BOUNDS_PATH, "Grenzen"],
  [DRAFTS_PATH, "Ontwerpen"],
  [INSIDE_PATH, "Intern dashboard"],
  [LINKAGE_PATH, "Koppelingen"],
  [VERIFY_PATH, "Nazicht"],
  [PROGRAM_KEYS_PATH, "Programma’s"],
] satisfies readonly (readonly [string, string, Permission?])[];

function mayOpen(page: Page, permission: Permission): boolean {
  return reachOf(page.login?.visitor?.role ?? null, permission) !== null;
}

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
          {places
            .filter(([, , needs]) => needs === undefined || mayOpen(page, needs))
            .map(([path, label]) => (
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
