// The forms of a handler that are one page: ask a completion, refuse, declare inadmissible, stop.
import {
  askCompletion,
  assessFile,
  type DepartmentPorts,
  declareInadmissible,
  refuseApplication,
  stopGrant,
} from "../../../counter/index.ts";
import { type Check, groundsOf, having, STOP_REASONS } from "../../../dossier/index.ts";
import { parseDateAsTyped, pick } from "../../../kernel/index.ts";
import { AreaField } from "../../look/area-field.tsx";
import { CheckField } from "../../look/check-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import { stopWords } from "../../text/department.ts";
import { groundText } from "../applicant/ground-text.ts";
import { type DeskStep, errorIn, longText } from "./step-page.tsx";
import type { InFile } from "./within.tsx";

const isOpen = ({ file }: InFile): boolean => ["PENDING", "INCOMPLETE"].includes(file.state.application?.state ?? "");

const checksOf = async (ports: DepartmentPorts, { file }: InFile): Promise<readonly Check[]> =>
  (await assessFile(ports, file.fileRef, file.state))?.checks ?? [];

/** One line per rule: what the checks say of it. */
function byRule(checks: readonly Check[]): readonly { value: string; label: string }[] {
  const rules = [...new Set(checks.map((one) => one.reason.rule).filter((rule) => rule !== ""))];
  return rules.map((rule) => {
    const said = checks.filter((one) => one.reason.rule === rule).map((one) => pick(one.reason.message, "nl"));
    return { value: rule, label: `${said.join("; ")} (${rule})` };
  });
}

/** What an applicant can be asked in any case: the attachments are not settled (OPEN-34). */
const ALWAYS_ASKED = [
  { value: "OPEN-34", label: "Een bewijsstuk of uitleg (OPEN-34)" },
  { value: "EMP-12", label: "Het contract (EMP-12)" },
  { value: "REF-03", label: "De uren van het contract (REF-03)" },
  { value: "WP-09", label: "De keuze van de premies (WP-09)" },
] as const;

export const completion: DeskStep = {
  path: "/aanvulling",
  access: "application.decide",
  title: "Aanvulling vragen",
  send: "Aanvulling vragen",
  done: "De aanvulling is gevraagd",
  open: ({ file }) => file.state.application?.state === "PENDING",
  async body(within, given, all, mistakes, ports) {
    // What VDAB found or did not find is never a question to an employer (EMP-17).
    const own = (await checksOf(ports, within)).filter((one) => !one.reason.id.startsWith("grant."));
    const found = byRule(having(own, "COMPLETE", "MANUAL"));
    const asked = ALWAYS_ASKED.filter((one) => !found.some((other) => other.value === one.value));
    const chosen = given("versie") === "" ? found.map((one) => one.value) : all("ontbreekt");
    return (
      <>
        <p>De aanvrager krijgt bericht en kan antwoorden met woorden en met een bestand. De aanvraag wacht zolang.</p>
        <CheckField
          language="nl"
          name="ontbreekt"
          label="Wat ontbreekt er?"
          choices={[...found, ...asked]}
          values={chosen}
          error={errorIn(mistakes, "ontbreekt")}
        />
        <AreaField
          language="nl"
          name="vraag"
          label="Uw vraag aan de aanvrager"
          hint="Zeg in gewone woorden wat u nodig hebt en waarom."
          value={given("vraag")}
          error={errorIn(mistakes, "vraag")}
        />
        <TextField
          language="nl"
          name="tegen"
          label="Antwoord gevraagd tegen (mag leeg blijven)"
          hint="Er is geen wettelijke termijn bekend (OPEN-18). Wie later antwoordt, wordt daarom alleen niet geweigerd."
          value={given("tegen")}
          kind="date"
          error={errorIn(mistakes, "tegen")}
        />
      </>
    );
  },
  read(_within, form) {
    const missing = form.all("ontbreekt").filter((one) => /^[A-Z]+-\d+$/.test(one));
    const question = longText(form, "vraag");
    const typed = form.text("tegen").trim();
    const day = typed === "" ? null : parseDateAsTyped(typed, "tegen");
    const mistakes: FieldMistake[] = [];
    if (missing.length === 0) mistakes.push({ field: "ontbreekt", message: "Kies wat er ontbreekt" });
    if (question === "") mistakes.push({ field: "vraag", message: "Schrijf uw vraag" });
    if (day?.ok === false) mistakes.push({ field: "tegen", message: pick(day.error.message, "nl") });
    if (mistakes.length > 0) return { mistakes };
    const answerBy = day?.ok === true ? day.value : null;
    return { take: (at) => askCompletion(at, { missing, question, answerBy }) };
  },
};

function refusing(kind: "REFUSE" | "INADMISSIBLE"): DeskStep {
  const refuse = kind === "REFUSE";
  return {
    path: refuse ? "/weigeren" : "/onontvankelijk",
    access: "application.decide",
    title: refuse ? "Aanvraag weigeren" : "Aanvraag onontvankelijk verklaren",
    send: refuse ? "Aanvraag weigeren" : "Onontvankelijk verklaren",
    done: refuse ? "De aanvraag is geweigerd" : "De aanvraag is onontvankelijk verklaard",
    open: isOpen,
    async body(within, given, all, mistakes, ports) {
      const checks = await checksOf(ports, within);
      const certain = groundsOf(checks);
      const judged = byRule(having(checks, refuse ? "MANUAL" : "BLOCK", "MANUAL", "COMPLETE")).filter(
        (one) => !refuse || !certain.includes(one.value),
      );
      return (
        <>
          {refuse ? (
            certain.length === 0 ? (
              <p>De controles vinden geen grond voor een weigering. Kies hieronder een grond die u na onderzoek vaststelt.</p>
            ) : (
              <div class="mw-flow">
                <p>Deze gronden staan vast en komen alle in de beslissing:</p>
                <ul class="mw-todo">
                  {certain.map((id) => (
                    <li>
                      {groundText(ports.law, id, "nl")} <span class="mw-id">{id}</span>
                    </li>
                  ))}
                </ul>
              </div>
            )
          ) : (
            <p>De aanvrager kan daarna een nieuwe aanvraag indienen (PROC-06).</p>
          )}
          <CheckField
            language="nl"
            name="grond"
            label={refuse && certain.length > 0 ? "Nog een grond die u zelf vaststelt" : "Grond"}
            choices={[...judged, { value: "PROC-03", label: "De aanvraag is niet volledig ingediend (PROC-03)" }]}
            values={all("grond")}
            error={errorIn(mistakes, "grond")}
          />
          <AreaField
            language="nl"
            name="motivering"
            label="Motivering in gewone woorden"
            hint="Dit komt in de brief aan de aanvrager."
            value={given("motivering")}
            error={errorIn(mistakes, "motivering")}
          />
        </>
      );
    },
    read(_within, form) {
      const grounds = form.all("grond").filter((one) => /^[A-Z]+-\d+$/.test(one));
      const motivation = longText(form, "motivering");
      const mistakes: FieldMistake[] = [];
      if (motivation === "") mistakes.push({ field: "motivering", message: "Schrijf de motivering" });
      if (!refuse && grounds.length === 0) mistakes.push({ field: "grond", message: "Kies een grond" });
      if (mistakes.length > 0) return { mistakes };
      return { take: (at) => (refuse ? refuseApplication : declareInadmissible)(at, { grounds, motivation }) };
    },
  };
}

export const refusal = refusing("REFUSE");
export const inadmissible = refusing("INADMISSIBLE");

export const stop: DeskStep = {
  path: "/stopzetten",
  access: "grant.change",
  title: "Steun stopzetten",
  send: "Steun stopzetten",
  done: "De steun is stopgezet",
  open: ({ file, decides }) => decides && file.state.grant !== null,
  body: (_within, given, _all, mistakes) => (
    <>
      <TextField
        language="nl"
        name="dag"
        label="Laatste dag met steun"
        hint="Bijvoorbeeld 31/12/2026"
        value={given("dag")}
        kind="date"
        error={errorIn(mistakes, "dag")}
      />
      <SelectField
        language="nl"
        name="reden"
        label="Reden"
        value={given("reden")}
        options={[{ value: "", label: "Kies een reden" }, ...STOP_REASONS.map((value) => ({ value, label: stopWords[value] }))]}
        error={errorIn(mistakes, "reden")}
      />
    </>
  ),
  read(_within, form) {
    const day = parseDateAsTyped(form.text("dag").trim(), "dag");
    const reason = STOP_REASONS.find((one) => one === form.text("reden"));
    const mistakes: FieldMistake[] = [];
    if (!day.ok) mistakes.push({ field: "dag", message: pick(day.error.message, "nl") });
    if (reason === undefined) mistakes.push({ field: "reden", message: "Kies een reden" });
    if (!day.ok || reason === undefined) return { mistakes };
    return { take: (at) => stopGrant(at, { lastDay: day.value, reason }) };
  },
};
