// What every page of the department begins with: who looks, whether every file is theirs to see, and the file itself.
import { reachOf } from "../../../access/index.ts";
import { type Acting, type DepartmentPorts, type DeskFile, meet, openDeskFile } from "../../../counter/index.ts";
import { type FileRef, isRef } from "../../../kernel/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import type { Crumb } from "../../look/breadcrumb.tsx";
import type { Page } from "../../page.ts";
import { departmentWords } from "../../text/department.ts";
import { actingOf } from "../../visitor.ts";

export const DEPARTMENT_PATH = "/departement";
export const SEARCH_PATH = `${DEPARTMENT_PATH}/zoeken`;
export const filePath = (fileRef: string, more = "") => `${DEPARTMENT_PATH}/dossier/${fileRef}${more}`;

export interface AtDesk {
  readonly page: Page;
  readonly c: WebContext;
  readonly acting: Acting;
}

export interface InFile extends AtDesk {
  readonly file: DeskFile;
  /** Whether this visitor may decide; others read. */
  readonly decides: boolean;
}

/** Back to the file, with word of what was done. */
export const back = ({ file }: Pick<InFile, "file">, ok?: string): Response =>
  seeOther(filePath(file.fileRef, ok === undefined ? "" : `?ok=${ok}`));

/** Who is here; handlers are remembered by name, so that a file can be given to them. */
export async function atDesk(ports: DepartmentPorts, page: Page, c: WebContext): Promise<AtDesk> {
  const visitor = visitorIn(c);
  const acting = actingOf(visitor);
  const { givenName, familyName } = visitor.session.principal;
  if (reachOf(acting.role, "application.decide") !== null) await meet(ports, acting, `${givenName} ${familyName}`.trim());
  return { page, c, acting };
}

/** Why a file is opened, as the person reads it later. */
const PURPOSES: Readonly<Partial<Record<Acting["role"], string>>> = {
  caseHandler: "Behandeling van dossier",
  auditor: "Nazicht van dossier",
  socialInspector: "Controle van dossier",
};

/** Another's file, or none, answers the same: there is nothing here. */
export async function withinFile(
  ports: DepartmentPorts,
  page: Page,
  c: WebContext,
  then: (within: InFile) => Shown | Promise<Shown>,
): Promise<Shown> {
  const desk = await atDesk(ports, page, c);
  const { role } = desk.acting;
  const fileRef = c.req.param("dossier") ?? "";
  if (reachOf(role, "application.follow") !== "all" || !isRef(fileRef)) return notFound(page);
  const purpose = PURPOSES[role] ?? "Inzage van dossier";
  const file = await openDeskFile(ports, desk.acting, fileRef as string as FileRef, purpose);
  if (file === null) return notFound(page);
  return then({ ...desk, file, decides: reachOf(role, "application.decide") === "all" });
}

export function notFound(page: Page): Shown {
  return { status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> };
}

export const deskCrumbs = ({ acting }: Pick<AtDesk, "acting">, ...more: readonly Crumb[]): readonly Crumb[] => [
  reachOf(acting.role, "application.decide") === null
    ? { href: SEARCH_PATH, label: departmentWords.search }
    : { href: DEPARTMENT_PATH, label: departmentWords.workList },
  ...more,
];

export const whoIn = ({ person, number }: Pick<DeskFile, "person" | "number">): string =>
  person === null ? number : `${person.given} ${person.family}`.trim() || number;
