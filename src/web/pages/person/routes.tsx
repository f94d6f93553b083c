// The page of a person, and of a guardian who acts for one: the same pages, reached by the own login or by the ward's reference.
import {
  accessPage,
  addEvidence,
  LIST_PURPOSES,
  openVdabEvidence,
  parseNewPerson,
  parseRequest,
  parseReviewRequest,
  requestIndication,
  requestOfNewPerson,
  requestReview,
  wardsOf,
} from "../../../counter/index.ts";
import { indicationStage } from "../../../dossier/index.ts";
import {
  asRef,
  formatDate,
  type IndicationRef,
  isInstant,
  isRef,
  newRef,
  type PlainDate,
  parseDateAsTyped,
} from "../../../kernel/index.ts";
import { type Door, type SentForm, type Shown, seeOther, visitorIn } from "../../door.tsx";
import { pathIn } from "../../language.ts";
import { ButtonLink } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { versionIn } from "../../sent-version.ts";
import { personText } from "../../text/person.ts";
import { actingOf } from "../../visitor.ts";
import { refusedPage } from "../applicant/within.tsx";
import { downloadOf } from "../vdab/download.ts";
import { WhoLookedPage } from "./access-page.tsx";
import { evidenceIn } from "./evidence-in.ts";
import { FIRST_REQUEST, firstRequestRoutes } from "./first-request.tsx";
import { AskForm, askLabels, EvidenceForm, ReviewForm, reviewLabels } from "./forms.tsx";
import { OwnPage } from "./own-page.tsx";
import {
  conflict,
  mistakeOf,
  notFound,
  type Own,
  ownOf,
  PERSON_PATH,
  type PersonTools,
  personCrumbs,
  WARD_PATH,
  type WithFile,
  withinOwn,
} from "./tools.tsx";

export { PERSON_PATH } from "./tools.tsx";

const DONE = { aanvraag: "doneAsked", bewijs: "doneEvidence", heroverweging: "doneReview" } as const;

export function personRoutes(door: Door, tools: PersonTools): void {
  const { vdab, law } = tools;
  firstRequestRoutes(door, tools);
  for (const base of [PERSON_PATH, WARD_PATH]) {
    door.page(base, "person.tickets.see", async (page, c) => {
      if (base === PERSON_PATH && actingOf(visitorIn(c)).role === "guardian") return wardsPage(tools, page, ownOf(page, c));
      return withinOwn(
        tools,
        page,
        c,
        async (within) => {
          const documents = await vdab.letters.list({ personRef: within.person.personRef });
          const rights = await vdab.work.rightsOfPerson(within.person.personRef);
          const done = DONE[(c.req.query("ok") ?? "") as keyof typeof DONE];
          const said = done === undefined ? null : personText(page.language)[done];
          return <OwnPage {...within} law={law} today={vdab.clock.today()} done={said} documents={documents} rights={rights} />;
        },
        (own) => <NoFilePage own={own} />,
      );
    });
    door.page(`${base}/wie-keek`, "person.accessLog.see", (page, c) =>
      withinOwn(tools, page, c, async (within) => {
        const before = c.req.query("voor");
        const access = await accessPage(vdab, within.person.personRef, isInstant(before) ? before : null);
        return <WhoLookedPage {...within} access={access} />;
      }),
    );
    door.page(`${base}/bewijs/:stuk`, "person.tickets.see", (page, c) =>
      withinOwn(tools, page, c, async ({ acting, person }) => {
        const ref = c.req.param("stuk") ?? "";
        const found = isRef(ref) ? await openVdabEvidence(vdab, acting, person.personRef, ref, LIST_PURPOSES.OWN.nl) : null;
        return found === null ? notFound(page) : downloadOf(found);
      }),
    );
    askRoutes(door, tools, base);
    evidenceRoutes(door, tools, base);
    reviewRoutes(door, tools, base);
  }
}

const meta = (form: SentForm) => ({ version: versionIn(form.text("versie")), commandId: form.text("opdracht") || newRef() });

function askRoutes(door: Door, tools: PersonTools, base: string): void {
  const { vdab } = tools;
  const path = `${base}/aanvraag`;
  const empty = (own: Own, version: number) => <AskForm own={own} given={() => ""} mistakes={[]} version={version} />;
  door.page(path, "person.indication.request", (page, c) =>
    withinOwn(
      tools,
      page,
      c,
      (within) => empty(within, within.person.version),
      (own) => empty(own, 0),
    ),
  );
  door.form(path, "person.indication.request", async (page, c, form) => {
    const { language } = page;
    const send = async (own: Own, version: number, person: WithFile["person"] | null): Promise<Shown> => {
      const labels = askLabels(language);
      const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
        status,
        body: <AskForm own={own} given={(name) => form.text(name)} mistakes={mistakes} version={version} />,
      });
      const asked = parseRequest(
        { measure: form.text("measure"), path: form.text("path"), note: form.text("note"), email: form.text("email") },
        vdab.clock.today(),
        "ONLINE",
      );
      const files = await evidenceIn(form, page);
      const mistakes = [
        ...(asked.ok ? [] : asked.error.map((one) => mistakeOf(one, language, labels))),
        ...("field" in files ? [files] : []),
      ];
      if (!asked.ok || "field" in files) return show(mistakes, 400);
      const { version: sent, commandId } = meta(form);
      if (person !== null) {
        const done = await requestIndication(vdab, own.acting, person, asked.value, files, { version: sent, commandId });
        if (done.ok) return seeOther(`${own.to()}?ok=aanvraag`);
        return show(
          done.error.map((one) => mistakeOf(one, language, labels)),
          conflict(done.error),
        );
      }
      const { principal } = visitorIn(c).session;
      const who = parseNewPerson({
        insz: principal.insz,
        givenName: principal.givenName,
        familyName: principal.familyName,
        residence: form.text("residence"),
        province: form.text("province"),
      });
      if (!who.ok)
        return show(
          who.error.map((one) => mistakeOf(one, language, labels)),
          400,
        );
      const done = await requestOfNewPerson(vdab, own.acting, who.value, asked.value, files, commandId);
      if (done.ok) return seeOther(`${own.to()}?ok=aanvraag`);
      return show(
        done.error.map((one) => mistakeOf(one, language, labels)),
        conflict(done.error),
      );
    };
    return withinOwn(
      tools,
      page,
      c,
      (within) => send(within, within.person.version, within.person),
      (own) => send(own, 0, null),
    );
  });
}

function evidenceRoutes(door: Door, tools: PersonTools, base: string): void {
  const { vdab } = tools;
  const path = `${base}/aanvraag/:indicering/bewijs`;
  const withOpen = (within: WithFile, then: (ref: IndicationRef) => Shown | Promise<Shown>): Shown | Promise<Shown> => {
    const indication = within.person.state.indications[within.c.req.param("indicering") ?? ""];
    if (indication === undefined) return notFound(within.page);
    return indicationStage(indication) === "PENDING" ? then(indication.indicationRef) : seeOther(within.to());
  };
  door.page(path, "person.indication.request", (page, c) =>
    withinOwn(tools, page, c, (within) =>
      withOpen(within, (ref) => <EvidenceForm within={within} indicationRef={ref} mistakes={[]} />),
    ),
  );
  door.form(path, "person.indication.request", (page, c, form) =>
    withinOwn(tools, page, c, (within) =>
      withOpen(within, async (ref): Promise<Shown> => {
        const { language } = page;
        const text = personText(language);
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: <EvidenceForm within={within} indicationRef={ref} mistakes={mistakes} />,
        });
        const files = await evidenceIn(form, page);
        if ("field" in files) return show([files], 400);
        if (files.length === 0) return show([{ field: "evidence", message: text.fileMissing }], 400);
        const done = await addEvidence(vdab, within.acting, within.person, ref, files, meta(form));
        if (done.ok) return seeOther(`${within.to()}?ok=bewijs`);
        return show(
          done.error.map((one) => mistakeOf(one, language, { evidence: text.file })),
          conflict(done.error),
        );
      }),
    ),
  );
}

function reviewRoutes(door: Door, tools: PersonTools, base: string): void {
  const { vdab, law } = tools;
  const path = `${base}/heroverweging/:indicering`;
  const withDecided = (within: WithFile, then: (ref: string, decidedOn: PlainDate) => Shown | Promise<Shown>) => {
    const indication = within.person.state.indications[within.c.req.param("indicering") ?? ""];
    return indication?.decidedOn == null ? notFound(within.page) : then(indication.indicationRef, indication.decidedOn);
  };
  door.page(path, "person.review.ask", (page, c) =>
    withinOwn(tools, page, c, (within) =>
      withDecided(within, (indicationRef, decidedOn) => (
        <ReviewForm {...{ within, law, indicationRef, decidedOn, mistakes: [] }} given={() => ""} />
      )),
    ),
  );
  door.form(path, "person.review.ask", (page, c, form) =>
    withinOwn(tools, page, c, (within) =>
      withDecided(within, async (indicationRef, decidedOn): Promise<Shown> => {
        const { language } = page;
        const labels = reviewLabels(language);
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: <ReviewForm {...{ within, law, indicationRef, decidedOn, mistakes }} given={(name) => form.text(name)} />,
        });
        const typed = form.text("noticeOn").trim();
        const day = parseDateAsTyped(typed);
        const parsed = parseReviewRequest(
          { noticeOn: day.ok ? day.value : typed, reason: form.text("reason") },
          vdab.clock.today(),
        );
        if (!parsed.ok)
          return show(
            parsed.error.map((one) => mistakeOf(one, language, labels)),
            400,
          );
        const { acting, person } = within;
        const done = await requestReview(vdab, acting, { person }, asRef(indicationRef), parsed.value, meta(form));
        if (done.ok) return seeOther(`${within.to()}?ok=heroverweging`);
        return show(
          done.error.map((one) => mistakeOf(one, language, labels)),
          conflict(done.error),
        );
      }),
    ),
  );
}

function NoFilePage({ own }: { readonly own: Own }) {
  const { page, acting, to } = own;
  const text = personText(page.language);
  const known = acting.insz !== null;
  return (
    <Layout page={page} title={text.title} crumbs={personCrumbs(own)}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <Empty title={known ? text.none : text.noNumber}>
        <p>{known ? text.noneBody : text.noNumberBody}</p>
        {known ? (
          <p class="mw-actions">
            <ButtonLink href={to("/aanvraag")}>{text.ask}</ButtonLink>
          </p>
        ) : null}
      </Empty>
    </Layout>
  );
}

async function wardsPage({ vdab }: PersonTools, page: Page, own: Own): Promise<Shown> {
  const { language } = page;
  const text = personText(language);
  const wards = await wardsOf(vdab, own.acting);
  if (!wards.ok) return refusedPage(page, wards.error, pathIn(language, "/"));
  return (
    <Layout page={page} title={text.wards} crumbs={personCrumbs(own)}>
      <h1 class="au-c-heading au-c-heading--1">{text.wards}</h1>
      {wards.value.length === 0 ? (
        <Empty title={text.wardsNone}>
          <p>{text.wardsNoneBody}</p>
        </Empty>
      ) : (
        <>
          <p class="mw-form-lead">{text.wardsLead}</p>
          <ul>
            {wards.value.map(({ personRef, name, until }) => (
              <li>
                {personRef === null ? (
                  <>
                    {text.wardUnknown} <a href={pathIn(language, `${PERSON_PATH}${FIRST_REQUEST}`)}>{text.wardFirst}</a>
                  </>
                ) : (
                  <a href={pathIn(language, `${PERSON_PATH}/voor/${personRef}`)}>
                    {name === null ? text.erased : `${name.given} ${name.family}`}
                  </a>
                )}{" "}
                {until === null ? null : <span class="mw-quiet">({text.wardUntil(formatDate(until, language))})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}
