// The page over the records: its form, its note and its figures. Only who may run the lab comes here.
import { endOfBrusselsDate, firstDay, type Instant, isPlainDate, type PlainDate, quarterOf } from "../../../kernel/index.ts";
import { askLab, defaultLoss, type LabPorts, noteOf, readReform } from "../../../lab/index.ts";
import { yamlSource } from "../../../law/files.ts";
import { renderPdf } from "../../../letters/index.ts";
import { type Door, IN_DUTCH, type SentForm, type Shown } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { RECORDS_PATH, type RecordsForm, RecordsPage, type RecordsPageProps } from "./records-page.tsx";

const example = (from: PlainDate) => `id: plafond
title: Plafond van 2,2 keer het minimuminkomen
parameters:
  - id: referenceWage.capMultiplier
    from: ${from}
    value: 2.2
`;

const LONGEST = 100_000;

export function policyRecordsRoutes(door: Door, lab: LabPorts, demo: boolean): void {
  const { law, clock } = lab;
  const page = (of: Page, form: RecordsForm, rest: Partial<RecordsPageProps> = {}, status: 200 | 400 | 422 = 200): Shown => ({
    status,
    body: <RecordsPage page={of} law={law} form={form} mistakes={[]} errors={[]} answer={null} {...rest} />,
  });
  door.page(
    RECORDS_PATH,
    "lab.run",
    (of) =>
      page(of, {
        reform: example(firstDay(quarterOf(clock.today()))),
        quarters: "12",
        draws: "10",
        loss: String(defaultLoss / 100),
        knownAt: "",
      }),
    IN_DUTCH,
  );
  door.form(
    RECORDS_PATH,
    "lab.run",
    async (of, _c, sent) => {
      const form = formOf(sent);
      const { mistakes, quarters, draws, loss, knownAt } = numbersOf(form);
      if (mistakes.length > 0) return page(of, form, { mistakes }, 400);
      const reform = readReform(yamlSource("hervorming.yaml", form.reform));
      if (!reform.ok) return page(of, form, { errors: reform.error }, 422);
      const answer = await askLab(lab, {
        reform: reform.value,
        quarters,
        draws,
        employerShare: true,
        loss,
        source: { kind: "records", ...(knownAt === null ? {} : { knownAt }) },
      });
      if (!answer.ok) return page(of, form, { errors: answer.error }, 422);
      const { result, traits } = answer.value;
      if (sent.text("doe") === "cijfers") {
        const headers = { "content-type": "application/json", "content-disposition": 'attachment; filename="beleid.json"' };
        return new Response(JSON.stringify({ reform: reform.value, ...answer.value }, null, 2), { headers });
      }
      if (sent.text("doe") === "nota") {
        const note = noteOf(law, reform.value, result, traits, "nl");
        const pdf = renderPdf({
          kind: "lab-note",
          language: "nl",
          reference: `${reform.value.id} / ${law.version}`,
          date: clock.today(),
          createdAt: clock.now(),
          from: { name: "Maatwerk", lines: [] },
          to: { name: "Kabinet", lines: [] },
          title: note.title,
          summary: note.summary,
          blocks: note.blocks,
          synthetic: demo,
        });
        return new Response(pdf as Uint8Array<ArrayBuffer>, { headers: { "content-type": "application/pdf" } });
      }
      return page(of, form, { answer: { reform: reform.value, is: answer.value } });
    },
    IN_DUTCH,
  );
}

function formOf(sent: SentForm): RecordsForm {
  return {
    reform: sent.text("reform").slice(0, LONGEST),
    quarters: sent.text("quarters"),
    draws: sent.text("draws"),
    loss: sent.text("loss").trim(),
    knownAt: sent.text("knownAt").trim(),
  };
}

interface Numbers {
  readonly mistakes: readonly { readonly field: string; readonly message: string }[];
  readonly quarters: number;
  readonly draws: number;
  /** In ten-thousandths. */
  readonly loss: number;
  readonly knownAt: Instant | null;
}

function numbersOf(form: RecordsForm): Numbers {
  const mistakes: { field: string; message: string }[] = [];
  const whole = (field: "quarters" | "draws", most: number) => {
    const number = Number(form[field]);
    if (!Number.isInteger(number) || number < 1 || number > most)
      mistakes.push({ field, message: `Geef een geheel getal van 1 tot ${most}.` });
    return number;
  };
  const [quarters, draws] = [whole("quarters", 40), whole("draws", 20)];
  const loss = Math.round(Number(form.loss.replace(",", ".")) * 100);
  if (!(loss >= 100 && loss <= 10_000)) mistakes.push({ field: "loss", message: "Geef een getal van 1 tot 100." });
  const { knownAt } = form;
  if (knownAt !== "" && !isPlainDate(knownAt))
    mistakes.push({ field: "knownAt", message: "Geef een dag zoals 2026-06-30, of niets." });
  return { mistakes, quarters, draws, loss, knownAt: isPlainDate(knownAt) ? endOfBrusselsDate(knownAt) : null };
}
