// The one-off registration of an enterprise number (PROC-02); by hand when the company register does not answer.
import { registerFirm, type TypedFirm } from "../../../counter/index.ts";
import { EMPLOYER_SIZES, PROVINCES } from "../../../dossier/index.ts";
import { formatKbo, newRef } from "../../../kernel/index.ts";
import { type Door, type SentForm, seeOther } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { TextField } from "../../look/text-field.tsx";
import { applicantText } from "../../text/applicant.ts";
import { crumbsOf } from "./crumbs.ts";
import { LEGAL_FORMS, provinceNames } from "./names.ts";
import { APPLICANT_PATH, type ApplicantTools, refusedPage, type Within, withinFirm } from "./within.tsx";

export function registerRoutes(door: Door, tools: ApplicantTools): void {
  const path = `${APPLICANT_PATH}/:kbo/registratie`;
  door.page(path, "employer.register", (page, c) =>
    withinFirm(tools, page, c, (within) =>
      within.firm.registeredOn === null ? <RegisterPage {...within} given={{}} mistakes={[]} /> : seeOther(within.to()),
    ),
  );
  door.form(path, "employer.register", (page, c, form) =>
    withinFirm(tools, page, c, async (within) => {
      const { firm, acting, to } = within;
      const typed = firm.facts === null && firm.register === "unavailable" ? readTyped(form, within) : null;
      if (typed !== null && "mistakes" in typed)
        return { status: 400, body: <RegisterPage {...within} given={typed.given} mistakes={typed.mistakes} /> };
      const registered = await registerFirm(tools.counter, acting, firm, {
        measure: "IMW",
        commandId: form.text("opdracht") || newRef(),
        ...(typed === null ? {} : { typed }),
      });
      return registered.ok ? seeOther(`${to()}?ok=geregistreerd`) : refusedPage(page, registered.error, to());
    }),
  );
}

const FIELDS = ["name", "legalForm", "nace", "size", "province"] as const;

function readTyped(form: SentForm, { page }: Within): TypedFirm | { given: Record<string, string>; mistakes: FieldMistake[] } {
  const text = applicantText(page.language);
  const given = Object.fromEntries(FIELDS.map((field) => [field, form.text(field).trim()]));
  const labels = { name: text.name, legalForm: text.legalForm, nace: text.sector, size: text.size, province: text.province };
  const mistakes: FieldMistake[] = [];
  const check = (field: (typeof FIELDS)[number], good: boolean) => {
    if (!good) mistakes.push({ field, message: text.fillIn(labels[field]) });
  };
  const { name = "", legalForm = "", nace = "" } = given;
  const size = EMPLOYER_SIZES.find((one) => one === given.size);
  const province = PROVINCES.find((one) => one === given.province);
  check("name", name.length > 0 && name.length <= 120);
  check("legalForm", (LEGAL_FORMS as readonly string[]).includes(legalForm));
  check("nace", /^\d{2}$/.test(nace));
  check("size", size !== undefined);
  check("province", province !== undefined);
  if (mistakes.length > 0 || size === undefined || province === undefined) return { given, mistakes };
  const facts = { publicSide: "NONE", jointCommittee: "", municipality: "99999", mwb: false, serviceVoucher: false } as const;
  return { name, facts: { ...facts, legalForm, nace, size, province, establishments: 1 } };
}

function RegisterPage(
  props: Within & { readonly given: Readonly<Record<string, string>>; readonly mistakes: readonly FieldMistake[] },
) {
  const { page, firm, to, given, mistakes } = props;
  const { language } = page;
  const text = applicantText(language);
  const error = (field: string) => mistakes.find((one) => one.field === field)?.message;
  const known = firm.facts !== null;
  const byHand = !known && firm.register === "unavailable";
  return (
    <Layout page={page} title={text.registerTitle} crumbs={crumbsOf(page, to())} refused={mistakes.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">{text.registerTitle}</h1>
      <ErrorSummary language={language} mistakes={mistakes} />
      {known ? (
        <>
          <p class="mw-form-lead">{text.registerLead}</p>
          <SummaryList
            rows={[
              { name: text.number, value: formatKbo(firm.kbo) },
              { name: text.name, value: firm.name },
              { name: text.legalForm, value: firm.facts?.legalForm ?? "" },
              { name: text.province, value: firm.facts === null ? "" : provinceNames[firm.facts.province] },
            ]}
          />
        </>
      ) : (
        <Alert kind="warning" title={byHand ? text.registerTitle : text.refusedTitle}>
          <p>{byHand ? text.registerDown : text.registerUnknown}</p>
        </Alert>
      )}
      {known || byHand ? (
        <form class="mw-form mw-section" method="post" action={to("/registratie")}>
          <FormKey page={page} />
          <input type="hidden" name="opdracht" value={newRef()} />
          {byHand ? (
            <>
              <TextField
                language={language}
                name="name"
                label={text.name}
                error={error("name")}
                value={given.name ?? ""}
                kind="words"
              />
              <SelectField
                language={language}
                name="legalForm"
                label={text.legalForm}
                error={error("legalForm")}
                value={given.legalForm ?? ""}
                options={["", ...LEGAL_FORMS].map((value) => ({ value, label: value }))}
              />
              <TextField
                language={language}
                name="nace"
                label={text.sector}
                error={error("nace")}
                value={given.nace ?? ""}
                kind="share"
              />
              <SelectField
                language={language}
                name="size"
                label={text.size}
                error={error("size")}
                value={given.size ?? ""}
                options={["", ...EMPLOYER_SIZES].map((value) => ({ value, label: value }))}
              />
              <SelectField
                language={language}
                name="province"
                label={text.province}
                error={error("province")}
                value={given.province ?? ""}
                options={[{ value: "", label: "" }, ...PROVINCES.map((value) => ({ value, label: provinceNames[value] }))]}
              />
            </>
          ) : null}
          <p class="mw-actions">
            <SubmitButton>{text.register}</SubmitButton>
          </p>
        </form>
      ) : null}
    </Layout>
  );
}
