// Prepares a grant: the questions that the law leaves to a person, what it follows on, terms that must be entered, other readings.
import type { Choice, DepartmentPorts, DeskAssessment } from "../../../counter/index.ts";
import { GUIDANCE_NEEDS, having, olderMeasureName, PACKAGES, type RunningRight } from "../../../dossier/index.ts";
import { addDays, formatDate, type PlainDate, pick } from "../../../kernel/index.ts";
import type { SentForm } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { CheckField } from "../../look/check-field.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import { guidanceWords, packageWords } from "../../text/department.ts";
import { ticketText } from "./file-rows.tsx";
import { errorIn, type Given, type GivenAll, longText } from "./step-page.tsx";

export interface DecisionFieldsProps {
  readonly ports: DepartmentPorts;
  readonly assessment: DeskAssessment;
  readonly given: Given;
  readonly all: GivenAll;
  readonly mistakes: readonly FieldMistake[];
}

const when = ({ validFrom, validTo }: RunningRight, today: PlainDate): string =>
  validTo === null || validTo > today
    ? `loopt sinds ${formatDate(validFrom, "nl")}`
    : `liep van ${formatDate(validFrom, "nl")} tot en met ${formatDate(addDays(validTo, -1), "nl")}`;

export function DecisionFields({ ports, assessment, given, all, mistakes }: DecisionFieldsProps) {
  const { questions, outcome, rights, takeOvers, checks } = assessment;
  const against = having(checks, "BLOCK", "REFUSE", "COMPLETE");
  const termsAsked = outcome === null && questions.length > 0;
  return (
    <>
      <p>{outcome === null ? "Er is nog geen ticket met een pakket." : `VDAB: ${ticketText(outcome)}.`}</p>
      {against.length === 0 ? null : (
        <div class="mw-flow">
          <h2 class="au-c-heading au-c-heading--3">Staat een toekenning in de weg</h2>
          <ul class="mw-todo">
            {against.map(({ reason }) => (
              <li>
                {pick(reason.message, "nl")}. <span class="mw-id">{reason.rule}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {questions.length === 0 ? null : (
        <CheckField
          language="nl"
          name="bevestigd"
          label="Vragen voor u: vink aan wat u na onderzoek aanvaardt"
          hint="Wat u niet aanvaardt, houdt de toekenning tegen. Schrijf hieronder waarom."
          choices={questions.map((one) => ({ value: one.id, label: `${pick(one.message, "nl")} (${one.rule})` }))}
          values={all("bevestigd")}
          error={errorIn(mistakes, "bevestigd")}
        />
      )}
      {rights.length === 0 ? null : (
        <ChoiceField
          language="nl"
          name="volgtOp"
          label="Volgt de toekenning op een ouder recht?"
          hint="Het oude recht eindigt dan waar de toekenning begint (TRANS-04). Is het al voorbij, dan blijft zijn einde zoals het is."
          value={given("volgtOp")}
          choices={[
            ...rights.map((one) => ({
              value: one.rightRef,
              label: `${olderMeasureName(one.measure).nl}, ${when(one, ports.clock.today())}`,
            })),
            { value: "", label: "Nee" },
          ]}
        />
      )}
      {takeOvers.length === 0 ? null : (
        <ChoiceField
          language="nl"
          name="overname"
          label="Is de onderneming van de vorige werkgever overgenomen?"
          hint="Bij een overname loopt de teller van de vorige toekenning door (OPEN-17)."
          value={given("overname")}
          choices={[
            ...takeOvers.map((one) => ({
              value: one.fileRef,
              label: `${one.number}, gestopt op ${formatDate(one.lastDay, "nl")}`,
            })),
            { value: "", label: "Nee" },
          ]}
        />
      )}
      <details class="mw-details" open={termsAsked || given("pakket") !== "" || given("kwartalen") !== ""}>
        <summary>Pakket met de hand ingeven</summary>
        <div class="mw-flow">
          <SelectField
            language="nl"
            name="pakket"
            label="Pakket"
            hint="Alleen waar de wet geen regel geeft, of als u met een reden afwijkt."
            value={given("pakket")}
            options={[
              { value: "", label: "Volgens het ticket" },
              ...PACKAGES.map((value) => ({ value: value as string, label: packageWords[value] })),
            ]}
          />
          <TextField
            language="nl"
            name="percentage"
            label="Percentage"
            value={given("percentage")}
            kind="share"
            after="%"
            error={errorIn(mistakes, "percentage")}
          />
          <TextField
            language="nl"
            name="kwartalen"
            label="Aantal kwartalen"
            value={given("kwartalen")}
            kind="share"
            error={errorIn(mistakes, "kwartalen")}
          />
          <SelectField
            language="nl"
            name="begeleiding"
            label="Begeleidingsnood"
            value={given("begeleiding")}
            options={[
              { value: "", label: "Volgens het ticket" },
              ...GUIDANCE_NEEDS.map((value) => ({ value: value as string, label: guidanceWords[value] })),
            ]}
          />
        </div>
      </details>
      <Readings ports={ports} assessment={assessment} given={given} />
      <AreaField
        language="nl"
        name="motivering"
        label="Motivering"
        hint={
          questions.length > 0
            ? "Nodig als u een vraag aanvaardt, afwijkt of een overname kiest. Dit komt in de brief."
            : "Mag leeg blijven als u de regels volgt. Dit komt in de brief."
        }
        value={given("motivering")}
        error={errorIn(mistakes, "motivering")}
      />
    </>
  );
}

/** Open points that the decision leans on, each with the reading in use and the others that compute. */
function Readings({ ports, assessment, given }: Pick<DecisionFieldsProps, "ports" | "assessment" | "given">) {
  const { law } = ports;
  const read = Object.entries(assessment.switches).flatMap(([id, option]) => {
    const point = law.switches.get(id);
    const options = point?.options.filter((one) => one.computable) ?? [];
    return point === undefined || options.length < 2 ? [] : [{ id, option, point, options }];
  });
  if (read.length === 0) return null;
  return (
    <details class="mw-details" open={read.some(({ id }) => given(`lezing-${id}`) !== "")}>
      <summary>Een andere lezing van een open punt kiezen</summary>
      <div class="mw-flow">
        <p>De wet is hier niet duidelijk. De lezing die u kiest, wordt met de beslissing bewaard.</p>
        {read.map(({ id, option, point, options }) => (
          <SelectField
            language="nl"
            name={`lezing-${id}`}
            label={`${pick(point.question, "nl")} (${id})`}
            value={given(`lezing-${id}`)}
            options={[
              { value: "", label: `Zoals nu: ${titleOf(options, option)}` },
              ...options.filter((one) => one.value !== option).map((one) => ({ value: one.value, label: pick(one.title, "nl") })),
            ]}
          />
        ))}
      </div>
    </details>
  );
}

const titleOf = (
  options: readonly { readonly value: string; readonly title: Parameters<typeof pick>[0] }[],
  value: string,
): string => {
  const found = options.find((one) => one.value === value);
  return found === undefined ? value : pick(found.title, "nl");
};

/** What was chosen; numbers that are none are said. */
export function choiceIn(form: SentForm): { readonly choice: Choice; readonly mistakes: readonly FieldMistake[] } {
  const mistakes: FieldMistake[] = [];
  const whole = (name: string): number | undefined => {
    const typed = form.text(name).trim();
    if (typed === "") return undefined;
    if (/^\d{1,3}$/.test(typed)) return Number(typed);
    mistakes.push({ field: name, message: "Typ een geheel getal" });
    return undefined;
  };
  const given = PACKAGES.find((one) => one === form.text("pakket"));
  const guidanceNeed = GUIDANCE_NEEDS.find((one) => one === form.text("begeleiding"));
  const percentage = whole("percentage");
  const quarters = whole("kwartalen");
  const manual = {
    ...(given === undefined ? {} : { package: given }),
    ...(guidanceNeed === undefined ? {} : { guidanceNeed }),
    ...(percentage === undefined ? {} : { percentage }),
    ...(quarters === undefined ? {} : { quarters }),
  };
  const switches = Object.fromEntries(
    OPEN_POINTS.flatMap((id) => {
      const chosen = form.text(`lezing-${id}`);
      return chosen === "" ? [] : [[id, chosen]];
    }),
  );
  const choice: Choice = {
    kind: "GRANT",
    rightRef: refIn(form.text("volgtOp")),
    takesOver: refIn(form.text("overname")),
    confirmed: form.all("bevestigd").slice(0, 20),
    manual: Object.keys(manual).length === 0 ? null : manual,
    switches,
    motivation: longText(form, "motivering"),
  };
  return { choice, mistakes };
}

/** Every number that an open point can have. */
const OPEN_POINTS = Array.from({ length: 99 }, (_, n) => `OPEN-${String(n + 1).padStart(2, "0")}`);

const refIn = <R extends string>(text: string): R | null =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as R) : null;
