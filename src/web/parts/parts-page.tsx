// Every building block on one page, so that whoever changes one sees it in all its states, and so that each is checked.
import { pathIn } from "../language.ts";
import { Alert } from "../look/alert.tsx";
import { ButtonLink, SubmitButton } from "../look/button.tsx";
import { ChoiceField } from "../look/choice-field.tsx";
import { Empty } from "../look/empty.tsx";
import { ErrorSummary } from "../look/error-summary.tsx";
import { Layout } from "../look/layout.tsx";
import { Pagination } from "../look/pagination.tsx";
import { SelectField } from "../look/select-field.tsx";
import { Stages } from "../look/stages.tsx";
import { SummaryList } from "../look/summary-list.tsx";
import { TaskList } from "../look/task-list.tsx";
import { TextField } from "../look/text-field.tsx";
import type { Page } from "../page.ts";
import { aboutText } from "../text/about.ts";
import { formText } from "../text/form.ts";
import { frameText } from "../text/frame.ts";
import { partsText } from "../text/parts.ts";

export function PartsPage({ page }: { readonly page: Page }) {
  const { language } = page;
  const text = partsText(language);
  const form = formText(language);
  const heading = "au-c-heading au-c-heading--2";
  const yesNo = [
    { value: "ja", label: text.yes, hint: text.alertBody },
    { value: "nee", label: text.no },
  ];
  return (
    <Layout
      page={page}
      title={text.title}
      crumbs={[
        { href: pathIn(language, "/"), label: frameText(language).home },
        { href: pathIn(language, "/over"), label: aboutText(language).title },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text.lead}</p>
        <h2 class={heading}>{text.alerts}</h2>
        {(["info", "success", "warning", "error"] as const).map((kind) => (
          <Alert kind={kind} title={text[kind]} level={3}>
            <p>{text.alertBody}</p>
          </Alert>
        ))}
        <h2 class={heading}>{text.form}</h2>
        <ErrorSummary language={language} mistakes={[{ field: "bedrag", message: text.amountError }]} />
        <form class="mw-form" method="get">
          <TextField
            language={language}
            name="bedrag"
            label={text.amount}
            kind="amount"
            value="12,345"
            before="€"
            error={text.amountError}
          />
          <TextField language={language} name="datum" label={text.date} kind="date" value="15/03/2026" hint={text.alertBody} />
          <ChoiceField language={language} name="keuze" label={text.choice} choices={yesNo} value="nee" />
          <SelectField
            language={language}
            name="lijst"
            label={text.list}
            options={yesNo.map(({ value, label }) => ({ value, label: String(label) }))}
            value="ja"
          />
          <p class="mw-actions">
            <SubmitButton>{text.send}</SubmitButton>
            <ButtonLink secondary href={pathIn(language, "/over")}>
              {form.previous}
            </ButtonLink>
          </p>
        </form>
        <h2 class={heading}>{text.lists}</h2>
        <Stages label={text.stages} stages={[text.employer, text.worker, text.contract]} at={1} />
        <TaskList
          language={language}
          tasks={[
            { href: "#bedrag", label: text.employer, state: "done" },
            { href: "#datum", label: text.worker, state: "busy" },
            { href: "#keuze", label: text.contract, state: "todo" },
          ]}
        />
        <SummaryList
          rows={[
            { name: text.amount, value: "€ 1.234,56", change: { href: "#bedrag", label: form.change, about: text.amount } },
            { name: text.choice, value: text.no },
          ]}
        />
        <Empty title={text.nothing}>
          <p>{text.nothingBody}</p>
        </Empty>
        <Pagination language={language} at={4} pages={9} href={(n) => `?pagina=${n}`} />
      </div>
    </Layout>
  );
}
