// A decision that waits for a second person: confirmed or sent back.
import type { Child } from "hono/jsx";
import { confirmProposal, type DepartmentPorts, sendBack, viewProposal } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { newRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type SentForm, type Shown } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { versionIn } from "../../sent-version.ts";
import { Effect } from "./decision-effect.tsx";
import { asMistake, DeskPage, errorIn, type Given, Hidden, isStale, longText } from "./step-page.tsx";
import { back, DEPARTMENT_PATH, filePath, type InFile, withinFile } from "./within.tsx";

const base = `${DEPARTMENT_PATH}/dossier/:dossier`;

export function proposalRoutes(door: Door, ports: DepartmentPorts): void {
  door.page(
    `${base}/voorstel`,
    "application.decide",
    (page, c) => withinFile(ports, page, c, (within) => proposalPage(ports, within, null, [])),
    IN_DUTCH,
  );
  door.form(
    `${base}/voorstel`,
    "application.decide",
    (page, c, form) =>
      withinFile(ports, page, c, async (within) => {
        const { file, acting } = within;
        const sent = { version: versionIn(form.text("versie")), commandId: form.text("opdracht") || newRef() };
        const proposalRef = form.text("voorstel");
        const wrong = async (reasons: readonly Reason[]): Promise<Shown> => {
          if (isStale(reasons) || file.handling.proposal === null) return back(within, "veranderd");
          return { status: 422, body: await proposalPage(ports, within, form, reasons.map(asMistake)) };
        };
        if (form.text("doe") === "bevestig") {
          const done = await confirmProposal(ports, acting, file, sent, proposalRef);
          return done.ok ? back(within, "beslist") : wrong(done.error);
        }
        const reason = longText(form, "reden");
        if (reason === "") {
          const mistakes = [{ field: "reden", message: "Schrijf waarom u het voorstel terugstuurt" }];
          return { status: 400, body: await proposalPage(ports, within, form, mistakes) };
        }
        const done = await sendBack({ ports, acting, file, sent }, proposalRef, reason);
        return done.ok ? back(within, "teruggestuurd") : wrong(done.error);
      }),
    IN_DUTCH,
  );
}

async function proposalPage(
  ports: DepartmentPorts,
  within: InFile,
  form: SentForm | null,
  mistakes: readonly FieldMistake[],
): Promise<Child> {
  const { file, acting } = within;
  const { proposal } = file.handling;
  if (proposal === null) return back(within) as never;
  const viewed = await viewProposal(ports, file, proposal);
  const own = proposal.by === acting.actorRef;
  const given: Given = (name) => form?.text(name) ?? "";
  const changed = proposal.fileVersion !== file.version;
  return (
    <DeskPage {...within} title="Voorstel nakijken" mistakes={mistakes}>
      {own ? (
        <Alert kind="info" title="Dit is uw eigen voorstel">
          <p>Een andere persoon bevestigt het of stuurt het terug.</p>
        </Alert>
      ) : null}
      {changed ? (
        <Alert kind="warning" title="Het dossier veranderde na dit voorstel">
          <p>Het kan niet meer bevestigd worden. Stuur het terug en beslis opnieuw.</p>
        </Alert>
      ) : null}
      {viewed.ok ? (
        <Effect {...within} ports={ports} view={viewed.value} />
      ) : (
        <ul class="mw-todo">
          {viewed.error.map((reason) => (
            <li>{asMistake(reason).message}</li>
          ))}
        </ul>
      )}
      <form class="mw-form mw-section" method="post" action={filePath(file.fileRef, "/voorstel")}>
        <Hidden {...within} given={given} />
        <input type="hidden" name="voorstel" value={proposal.proposalRef} />
        {own || changed || !viewed.ok ? null : (
          <p class="mw-actions">
            <SubmitButton name="doe" value="bevestig">
              Bevestigen en beslissen
            </SubmitButton>
          </p>
        )}
        <AreaField
          language="nl"
          name="reden"
          label="Of terugsturen, met een reden"
          value={given("reden")}
          rows={3}
          error={errorIn(mistakes, "reden")}
        />
        <p class="mw-actions">
          <SubmitButton secondary name="doe" value="terug">
            Terugsturen
          </SubmitButton>
          <a href={filePath(file.fileRef)}>Terug naar het dossier</a>
        </p>
      </form>
    </DeskPage>
  );
}
