// One file: reading it, its evidence, and the forms and buttons of its handler.
import {
  assessFile,
  assignFile,
  colleagues,
  type DepartmentPorts,
  deadlineOf,
  noteFile,
  openEvidence,
  previewOutcome,
  quartersOfGrant,
  seeChanges,
} from "../../../counter/index.ts";
import { isQuarter, newRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type SentForm, seeOther } from "../../door.tsx";
import { versionIn } from "../../sent-version.ts";
import { departmentWords } from "../../text/department.ts";
import { FilePage } from "./file-page.tsx";
import type { FilePageProps } from "./file-props.ts";
import { asMistake, type DeskStep, isStale, longText, stepPage } from "./step-page.tsx";
import { completion, inadmissible, refusal, stop } from "./steps.tsx";
import { DEPARTMENT_PATH, filePath, type InFile, notFound, withinFile } from "./within.tsx";

const base = `${DEPARTMENT_PATH}/dossier/:dossier`;
const STEPS: readonly DeskStep[] = [completion, refusal, inadmissible, stop];

export function deskFileRoutes(door: Door, ports: DepartmentPorts): void {
  door.page(
    base,
    "application.follow",
    (page, c) => withinFile(ports, page, c, async (within) => <FilePage {...within} {...(await shownOf(ports, within))} />),
    IN_DUTCH,
  );
  door.page(
    `${base}/bewijs/:bewijs`,
    "application.follow",
    (page, c) =>
      withinFile(ports, page, c, async ({ acting, file }) => {
        const evidence = await openEvidence(ports, acting, file, c.req.param("bewijs") ?? "");
        if (evidence === null) return notFound(page);
        const name = evidence.name.replace(/[^\w.-]+/g, "_");
        return new Response(new Uint8Array(evidence.bytes), {
          headers: {
            "content-type": evidence.type,
            "content-disposition": `attachment; filename="${name}"`,
            "cache-control": "private, no-store",
          },
        });
      }),
    IN_DUTCH,
  );
  for (const step of STEPS) stepRoutes(door, ports, step);
  button(door, ports, "/toewijzen", "application.reassign", async (within, form, sent) => {
    const staff = await colleagues(ports, within.acting);
    const handler = staff.find((one) => one.actorRef === form.text("aan"))?.actorRef ?? null;
    await assignFile({ ports, ...within, sent }, handler);
    return "toegewezen";
  });
  button(door, ports, "/notitie", "application.decide", async (within, form, sent) => {
    const text = longText(form, "notitie");
    if (text === "") return "leeg";
    await noteFile({ ports, ...within, sent }, text);
    return "genoteerd";
  });
  button(door, ports, "/wijzigingen", "application.decide", async (within, _form, sent) => {
    await seeChanges({ ports, ...within, sent });
    return "bekeken";
  });
}

function stepRoutes(door: Door, ports: DepartmentPorts, step: DeskStep): void {
  door.page(
    `${base}${step.path}`,
    step.access,
    (page, c) =>
      withinFile(ports, page, c, (within) =>
        step.open(within, ports)
          ? stepPage(
              ports,
              step,
              within,
              () => "",
              () => [],
              [],
            )
          : seeOther(filePath(within.file.fileRef)),
      ),
    IN_DUTCH,
  );
  door.form(
    `${base}${step.path}`,
    step.access,
    (page, c, form) =>
      withinFile(ports, page, c, async (within) => {
        if (!within.decides) return notFound(page);
        const again = (mistakes: Parameters<typeof stepPage>[5]) =>
          stepPage(
            ports,
            step,
            within,
            (name) => form.text(name),
            (name) => form.all(name),
            mistakes,
          );
        const read = step.read(within, form, ports);
        if ("mistakes" in read) return { status: 400, body: await again(read.mistakes) };
        const { acting, file } = within;
        const sent = { version: versionIn(form.text("versie")), commandId: form.text("opdracht") || newRef() };
        const done = await read.take({ ports, acting, file, sent });
        const path = step.path.slice(1);
        if (done.ok) return seeOther(filePath(file.fileRef, `?ok=${path}`));
        // Somebody was first: the file as it is now says more than the form.
        if (isStale(done.error) || !step.open(within, ports)) return seeOther(filePath(file.fileRef, "?ok=veranderd"));
        return { status: 422, body: await again(done.error.map(asMistake)) };
      }),
    IN_DUTCH,
  );
}

/** A button or short form on the file itself; it leads back to the file. */
function button(
  door: Door,
  ports: DepartmentPorts,
  path: string,
  access: "application.decide" | "application.reassign",
  press: (within: InFile, form: SentForm, sent: { version: number; commandId: string }) => Promise<string>,
): void {
  door.form(
    `${base}${path}`,
    access,
    (page, c, form) =>
      withinFile(ports, page, c, async (within) => {
        const sent = { version: versionIn(form.text("versie")), commandId: form.text("opdracht") || newRef() };
        return seeOther(filePath(within.file.fileRef, `?ok=${await press(within, form, sent)}#werk`));
      }),
    IN_DUTCH,
  );
}

const MESSAGES: Readonly<Record<string, string>> = {
  beslist: "De beslissing is genomen",
  voorgelegd: "De beslissing wacht op een tweede persoon",
  teruggestuurd: "Het voorstel is teruggestuurd",
  toegewezen: "Het dossier is toegewezen",
  genoteerd: "De notitie is bewaard",
  bekeken: "De wijzigingen staan als bekeken",
  ...Object.fromEntries(STEPS.map((step) => [step.path.slice(1), step.done])),
};

async function shownOf(ports: DepartmentPorts, { c, file, acting }: InFile): Promise<Omit<FilePageProps, keyof InFile>> {
  const { state, fileRef } = file;
  const { application, grant } = state;
  const today = ports.clock.today();
  const open = application?.state === "PENDING" || application?.state === "INCOMPLETE";
  const wished = c.req.query("kwartaal");
  const shown = isQuarter(wished) ? wished : null;
  const assessment = open ? await assessFile(ports, fileRef, state) : null;
  const declared =
    grant === null || application?.employerRef == null
      ? []
      : await ports.declarations.declarationsOf({ employerRef: application.employerRef, personRef: application.personRef });
  const done = c.req.query("ok") ?? "";
  const title = MESSAGES[done];
  return {
    law: ports.law,
    today,
    assessment,
    preview: assessment === null ? null : await previewOutcome(ports, state, assessment, today),
    deadline: assessment === null ? null : deadlineOf(ports.law, state, assessment, today),
    quarters: grant === null ? [] : quartersOfGrant(ports.law, grant, declared, today, shown),
    open: shown,
    staff: await colleagues(ports, acting),
    documents: await ports.letters.list({ fileRef }),
    message:
      done === "veranderd"
        ? { kind: "warning", title: departmentWords.changedTitle, text: departmentWords.changed }
        : title === undefined
          ? null
          : { kind: "success", title },
  };
}
