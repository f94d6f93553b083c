// The first request for a ward whom the records do not hold yet: the guardian says for whom, and the ward's name.
import { firstRequestFor, parseNewPerson, parseRequest, requestOfNewPerson, unknownWards } from "../../../counter/index.ts";
import { newRef, parseInsz } from "../../../kernel/index.ts";
import { type Door, type Shown, seeOther, type WebContext } from "../../door.tsx";
import { pathIn } from "../../language.ts";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { personText } from "../../text/person.ts";
import { refusedPage } from "../applicant/within.tsx";
import { evidenceIn } from "./evidence-in.ts";
import { AskForm, askLabels } from "./forms.tsx";
import { conflict, mistakeOf, notFound, type Own, ownOf, PERSON_PATH, type PersonTools } from "./tools.tsx";

export const FIRST_REQUEST = "/eerste-aanvraag";
const PATH = `${PERSON_PATH}${FIRST_REQUEST}`;

export function firstRequestRoutes(door: Door, { vdab }: PersonTools): void {
  /** Who is guardian of nobody new finds nothing here. */
  const within = async (page: Page, c: WebContext, then: (own: Own, wards: readonly string[]) => Shown | Promise<Shown>) => {
    const own = ownOf(page, c);
    const wards = await unknownWards(vdab, own.acting);
    if (!wards.ok) return refusedPage(page, wards.error, pathIn(page.language, PERSON_PATH));
    return wards.value.length === 0 ? notFound(page) : then(own, wards.value);
  };
  door.page(PATH, "person.indication.request", (page, c) =>
    within(page, c, (own, wards) => <FirstRequestForm own={own} wards={wards} given={() => ""} mistakes={[]} />),
  );
  door.form(PATH, "person.indication.request", (page, c, form) =>
    within(page, c, async (own, wards): Promise<Shown> => {
      const { language } = page;
      const labels = { ...askLabels(language), ...wardLabels(language) };
      const given = (name: string) => form.text(name);
      const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
        status,
        body: <FirstRequestForm own={own} wards={wards} given={given} mistakes={mistakes} />,
      });
      const who = parseNewPerson({
        insz: form.text("insz"),
        givenName: form.text("givenName"),
        familyName: form.text("familyName"),
        residence: form.text("residence"),
        province: form.text("province"),
      });
      const asked = parseRequest(
        { measure: form.text("measure"), path: form.text("path"), note: form.text("note"), email: form.text("email") },
        vdab.clock.today(),
        "ONLINE",
      );
      const files = await evidenceIn(form, page);
      const reasons = [...(who.ok ? [] : who.error), ...(asked.ok ? [] : asked.error)];
      const mistakes = [...reasons.map((one) => mistakeOf(one, language, labels)), ...("field" in files ? [files] : [])];
      if (!who.ok || !asked.ok || "field" in files) return show(mistakes, 400);
      const allowed = await firstRequestFor(vdab, own.acting, who.value.insz);
      const done = allowed.ok
        ? await requestOfNewPerson(vdab, own.acting, who.value, asked.value, files, form.text("opdracht") || newRef())
        : allowed;
      if (done.ok) return seeOther(pathIn(language, `${PERSON_PATH}/voor/${done.value}?ok=aanvraag`));
      return show(
        done.error.map((one) => mistakeOf(one, language, labels)),
        conflict(done.error),
      );
    }),
  );
}

const wardLabels = (language: Page["language"]): Readonly<Record<string, string>> => {
  const text = personText(language);
  return { insz: text.wardWho, givenName: text.wardGiven, familyName: text.wardFamily };
};

/** "90032998259" as people read it: 90.03.29-982.59. */
const spaced = (insz: string): string => insz.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, "$1.$2.$3-$4.$5");

interface Props {
  readonly own: Own;
  readonly wards: readonly string[];
  readonly given: (name: string) => string;
  readonly mistakes: readonly FieldMistake[];
}

function FirstRequestForm({ own, wards, given, mistakes }: Props) {
  const { language } = own.page;
  const labels = wardLabels(language);
  const error = (name: string) => mistakes.find((one) => one.field === name)?.message;
  const typed = parseInsz(given("insz"), "insz");
  const name = (field: "givenName" | "familyName") => (
    <TextField
      language={language}
      name={field}
      label={labels[field] ?? field}
      value={given(field)}
      error={error(field)}
      kind="words"
    />
  );
  return (
    <AskForm own={own} given={given} mistakes={mistakes} version={0} path={FIRST_REQUEST}>
      <ChoiceField
        language={language}
        name="insz"
        label={labels.insz ?? ""}
        error={error("insz")}
        value={typed.ok ? typed.value : wards.length === 1 ? (wards[0] ?? "") : ""}
        choices={wards.map((value) => ({ value, label: spaced(value) }))}
      />
      {name("givenName")}
      {name("familyName")}
    </AskForm>
  );
}
