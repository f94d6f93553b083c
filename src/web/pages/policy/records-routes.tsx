// The page over the records: its form, and every result that was kept with its files. Only who may run the lab comes here.
import { endOfBrusselsDate, firstDay, type Instant, isPlainDate, type PlainDate, quarterOf } from "../../../kernel/index.ts";
import {
  askLab,
  bodyOf,
  defaultLoss,
  type Keeping,
  type KeptFiles,
  keepResult,
  type LabPorts,
  readReform,
  usualDimensions,
} from "../../../lab/index.ts";
import { yamlSource } from "../../../law/files.ts";
import { type Door, IN_DUTCH, type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { actingOf } from "../../visitor.ts";
import { KeptPage } from "./kept-page.tsx";
import { keptPath, RECORDS_PATH } from "./paths.ts";
import { type RecordsForm, RecordsPage, type RecordsPageProps } from "./records-page.tsx";

const example = (from: PlainDate) => `id: plafond
title: Plafond van 2,2 keer het minimuminkomen
parameters:
  - id: referenceWage.capMultiplier
    from: ${from}
    value: 2.2
`;

const LONGEST = 100_000;

/** Lines of the list on the page; all of them stay where they are. */
const MOST_LISTED = 50;

export function policyRecordsRoutes(door: Door, lab: LabPorts, keeping: Keeping): void {
  const { clock } = lab;
  const { results } = keeping;
  const page = async (
    of: Page,
    form: RecordsForm,
    rest: Partial<RecordsPageProps> = {},
    status: 200 | 400 | 422 = 200,
  ): Promise<Shown> => {
    const knownAt = isPlainDate(form.knownAt) ? endOfBrusselsDate(form.knownAt) : clock.now();
    const [kept, dimensions] = await Promise.all([results.list(MOST_LISTED), lab.records?.offered(knownAt) ?? null]);
    const lists = { kept, dimensions };
    return { status, body: <RecordsPage page={of} form={form} mistakes={[]} errors={[]} {...lists} {...rest} /> };
  };
  const first = () => ({
    reform: example(firstDay(quarterOf(clock.today()))),
    quarters: "12",
    draws: "10",
    loss: String(defaultLoss / 100),
    knownAt: "",
    by: usualDimensions,
  });
  door.page(RECORDS_PATH, "lab.run", (of) => page(of, first()), IN_DUTCH);
  door.form(
    RECORDS_PATH,
    "lab.run",
    async (of, c, sent) => {
      const form = formOf(sent);
      const { mistakes, quarters, draws, loss, knownAt } = numbersOf(form);
      if (mistakes.length > 0) return page(of, form, { mistakes }, 400);
      const reform = readReform(yamlSource("hervorming.yaml", form.reform));
      if (!reform.ok) return page(of, form, { errors: reform.error }, 422);
      const source = { kind: "records" as const, by: form.by, ...(knownAt === null ? {} : { knownAt }) };
      const question = { reform: reform.value, quarters, draws, employerShare: true, loss, source };
      const answer = await askLab(lab, question);
      if (!answer.ok) return page(of, form, { errors: answer.error }, 422);
      const { role, actorRef: ref } = actingOf(visitorIn(c));
      const reformText = [form.reform];
      const kept = await keepResult(keeping, { at: clock.now(), by: { role, ref }, reformText, question, answer: answer.value });
      return seeOther(keptPath(kept.ref));
    },
    IN_DUTCH,
  );

  door.page(
    `${RECORDS_PATH}/:ref`,
    "lab.run",
    async (of, c) => {
      const kept = await results.find(c.req.param("ref") ?? "");
      return kept === null ? missing(c) : <KeptPage page={of} kept={kept} body={bodyOf(kept)} />;
    },
    IN_DUTCH,
  );
  const file = (name: string, type: string, of: (kept: KeptFiles) => Uint8Array) =>
    door.page(
      `${RECORDS_PATH}/:ref/${name}`,
      "lab.run",
      async (_, c) => {
        const kept = await results.find(c.req.param("ref") ?? "");
        if (kept === null) return missing(c);
        const headers = { "content-type": type, "content-disposition": `attachment; filename="beleid-${kept.ref}-${name}"` };
        return new Response(of(kept) as Uint8Array<ArrayBuffer>, { headers });
      },
      IN_DUTCH,
    );
  file("cijfers.csv", "text/csv; charset=utf-8", ({ csv }) => csv);
  file("cijfers.json", "application/json; charset=utf-8", ({ json }) => json);
  file("nota.pdf", "application/pdf", ({ note }) => note);
}

const missing = (c: WebContext): Response => c.notFound() as Response;

function formOf(sent: SentForm): RecordsForm {
  return {
    reform: sent.text("reform").slice(0, LONGEST),
    quarters: sent.text("quarters"),
    draws: sent.text("draws"),
    loss: sent.text("loss").trim(),
    knownAt: sent.text("knownAt").trim(),
    by: sent.all("by"),
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
