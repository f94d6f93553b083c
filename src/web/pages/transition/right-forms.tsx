// What a person may record of an older right now: one form for each act that its stage allows.
import type { OpenedRight } from "../../../counter/index.ts";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { rightPath } from "./paths.ts";

export interface RightFormsProps {
  readonly page: Page;
  readonly rightRef: string;
  readonly opened: OpenedRight;
  readonly mistakes: readonly FieldMistake[];
  /** What the visitor typed in a form that was refused. */
  readonly typed: (name: string) => string;
  readonly commandId: string;
}

const CONVERTIBLE: readonly string[] = ["LDE_COLLECTIVE", "SINE_MWB_OUTSIDE"];

export function RightForms({ page, rightRef, opened, mistakes, typed, commandId }: RightFormsProps) {
  const { actions, right } = opened;
  const error = (field: string) => mistakes.find((one) => one.field === field)?.message;
  const Hidden = () => (
    <>
      <FormKey page={page} />
      <input type="hidden" name="opdracht" value={commandId} />
    </>
  );
  return (
    <>
      {actions.includes("RequestVopEvaluation") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/evaluatie-vragen")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Evaluatie vragen</h2>
          <TextField
            language="nl"
            name="dag"
            label="Dag van de vraag"
            hint="Bijvoorbeeld 15/03/2026"
            kind="date"
            value={typed("dag")}
            error={error("dag")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Vraag opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("DecideVopEvaluation") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/evaluatie-beslissen")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Evaluatie beslissen zonder toekenning</h2>
          <p>
            Volgt er een toekenning van individueel maatwerk, beslis die dan in het dossier van de aanvraag: dit recht loopt dan
            vanzelf over.
          </p>
          <SelectField
            language="nl"
            name="uitkomst"
            label="Uitkomst"
            value={typed("uitkomst") || "NO_NEED"}
            options={[
              { value: "NO_NEED", label: "Geen nood meer: het recht stopt op de dag van de beslissing" },
              { value: "OLD_CRITERIA", label: "Beslist op de oude criteria (gevraagd voor 1 april 2023)" },
            ]}
          />
          <TextField
            language="nl"
            name="beslist"
            label="Dag van de beslissing"
            hint="Bijvoorbeeld 15/03/2026"
            kind="date"
            value={typed("beslist")}
            error={error("beslist")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Beslissing opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("EnterOldRightAmount") && (right.facts.measure === "LDE_INDIVIDUAL" || right.facts.measure === "ALD") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/bedrag")}>
          <Hidden />
          <input type="hidden" name="per" value={right.facts.measure === "ALD" ? "YEAR" : "FTE_QUARTER"} />
          <h2 class="au-c-heading au-c-heading--2">Bedrag invullen</h2>
          <p>De regelgeving geeft dit bedrag niet. Vul het in zoals de bron het geeft.</p>
          <TextField
            language="nl"
            name="bedrag"
            label={right.facts.measure === "ALD" ? "Bedrag per jaar" : "Bedrag per voltijds equivalent en kwartaal"}
            kind="amount"
            before="€"
            value={typed("bedrag")}
            error={error("bedrag")}
          />
          <TextField
            language="nl"
            name="vanaf"
            label="Eerste kwartaal"
            hint="Bijvoorbeeld 2024-K1"
            kind="date"
            value={typed("vanaf")}
            error={error("vanaf")}
          />
          <TextField
            language="nl"
            name="tot"
            label="Laatste kwartaal"
            hint="Leeg: tot het einde van het recht"
            kind="date"
            value={typed("tot")}
            error={error("tot")}
          />
          <AreaField language="nl" name="bron" label="Bron van het bedrag" rows={2} value={typed("bron")} error={error("bron")} />
          <p class="mw-actions">
            <SubmitButton secondary>Bedrag opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("ChooseForLde") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/keuze")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Keuze van de organisatie</h2>
          <p>
            De organisatie koos voor individueel of voor collectief maatwerk (TRANS-30). Bij individueel loopt de tijdelijke
            vergoeding tot het einde van het traject; bij collectief wordt het traject omgezet in contingent. De keuze ligt vast.
          </p>
          <ChoiceField
            language="nl"
            name="keuze"
            label="Keuze"
            value={typed("keuze")}
            error={error("keuze")}
            row
            choices={[
              { value: "INDIVIDUAL", label: "Individueel maatwerk" },
              { value: "COLLECTIVE", label: "Collectief maatwerk" },
            ]}
          />
          <TextField
            language="nl"
            name="gekozen-op"
            label="Dag van de keuze"
            hint="Leeg als die niet gekend is"
            kind="date"
            value={typed("gekozen-op")}
            error={error("gekozen-op")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Keuze opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("JudgeVopActivity") && right.facts.employerRef === null && right.facts.measure === "VOP" ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/activiteit")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Activiteit voor de tweede fase beoordelen</h2>
          <p>
            In de tweede fase loopt de VOP van een zelfstandige alleen als de activiteit volstaat (TRANS-10). Het inkomen zelf
            blijft verzegeld; het dossier houdt alleen bij of het volstaat.
          </p>
          <ChoiceField
            language="nl"
            name="bewijs"
            label="Bewijs"
            value={typed("bewijs")}
            error={error("bewijs")}
            choices={[
              { value: "ASSESSMENT", label: "Aanslagbiljet" },
              { value: "VIABILITY_ATTEST", label: "Attest leefbaarheid van VLAIO (starter)" },
            ]}
          />
          <TextField
            language="nl"
            name="jaar"
            label="Inkomstenjaar"
            hint="Bij een aanslagbiljet, bijvoorbeeld 2024"
            kind="date"
            value={typed("jaar")}
            error={error("jaar")}
          />
          <TextField
            language="nl"
            name="inkomen"
            label="Netto belastbaar inkomen als zelfstandige"
            hint="Bij een aanslagbiljet"
            kind="amount"
            before="€"
            value={typed("inkomen")}
            error={error("inkomen")}
          />
          <ChoiceField
            language="nl"
            name="leefbaar"
            label="Bij een attest: vindt VLAIO de activiteit leefbaar?"
            value={typed("leefbaar")}
            error={error("leefbaar")}
            row
            choices={[
              { value: "yes", label: "Ja" },
              { value: "no", label: "Nee" },
            ]}
          />
          <TextField
            language="nl"
            name="activiteit-vanaf"
            label="Telt vanaf kwartaal"
            hint="Bijvoorbeeld 2024-K1"
            kind="date"
            value={typed("activiteit-vanaf")}
            error={error("activiteit-vanaf")}
          />
          <AreaField
            language="nl"
            name="activiteit-bron"
            label="Waar staat dit?"
            rows={2}
            value={typed("activiteit-bron")}
            error={error("activiteit-bron")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Oordeel opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("ConvertToContingent") && CONVERTIBLE.includes(right.facts.measure) && right.converted === null ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/omzetten")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Omzetten in contingent</h2>
          {right.facts.measure === "LDE_COLLECTIVE" ? (
            <>
              <TextField
                language="nl"
                name="vte"
                label="Voltijdse equivalenten van het traject"
                hint="Zoals op de lijst, bijvoorbeeld 0,80"
                kind="share"
                value={typed("vte")}
                error={error("vte")}
              />
              <TextField
                language="nl"
                name="verhouding"
                label="Verhouding van het jaar waarin het traject eindigde"
                hint="Leeg als de regelgeving ze geeft; anders bijvoorbeeld 0,7"
                kind="share"
                value={typed("verhouding")}
                error={error("verhouding")}
              />
            </>
          ) : (
            <>
              <TextField
                language="nl"
                name="kwartalen"
                label="Kwartalen sinds het laatste pakket of de laatste LDE-toelage"
                hint="Leeg als er nooit een was"
                kind="share"
                value={typed("kwartalen")}
                error={error("kwartalen")}
              />
              <ChoiceField
                language="nl"
                name="behoud"
                label="Verbindt de werkgever zich ertoe de tewerkstelling te behouden?"
                value={typed("behoud")}
                error={error("behoud")}
                row
                choices={[
                  { value: "yes", label: "Ja" },
                  { value: "no", label: "Nee" },
                ]}
              />
              <ChoiceField
                language="nl"
                name="risico"
                label="Zou dat de leefbaarheid van de onderneming in gevaar brengen?"
                value={typed("risico")}
                error={error("risico")}
                row
                choices={[
                  { value: "yes", label: "Ja" },
                  { value: "no", label: "Nee" },
                ]}
              />
            </>
          )}
          <AreaField
            language="nl"
            name="omzetting-bron"
            label="Waar staat dit?"
            rows={2}
            value={typed("omzetting-bron")}
            error={error("omzetting-bron")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Omzetting opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("EndOldRight") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/beeindigen")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Beëindigen</h2>
          <TextField
            language="nl"
            name="laatste-dag"
            label="Laatste dag van het recht"
            hint="Bijvoorbeeld 15/03/2026"
            kind="date"
            value={typed("laatste-dag")}
            error={error("laatste-dag")}
          />
          <SelectField
            language="nl"
            name="reden"
            label="Reden"
            options={[
              { value: "CONTRACT_ENDED", label: "het contract is beëindigd" },
              { value: "IMW_GRANTED", label: "een toekenning betaalt vanaf de dag erna" },
            ]}
            value={typed("reden") || "CONTRACT_ENDED"}
            error={error("reden")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Einde opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
    </>
  );
}
