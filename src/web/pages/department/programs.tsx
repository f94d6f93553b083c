// Keys with which a handler's own program uses the API. Each stands for the person who made it.
import type { DepartmentPorts, TokenLine } from "../../../counter/index.ts";
import { brusselsDate, formatDate, isRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, seeOther } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { TextField } from "../../look/text-field.tsx";
import { type AtDesk, atDesk, DEPARTMENT_PATH, deskCrumbs } from "./within.tsx";

const PROGRAMS_PATH = `${DEPARTMENT_PATH}/programma`;
const FILL_IN = "Schrijf waarvoor de sleutel dient";

export function deskProgramRoutes(door: Door, ports: DepartmentPorts): void {
  const show = async (desk: AtDesk, more: { readonly token?: string; readonly wrong?: boolean } = {}) => (
    <ProgramsPage {...desk} tokens={await ports.tokens.list(desk.acting.organisation)} {...more} />
  );
  door.page(PROGRAMS_PATH, "application.decide", async (page, c) => show(await atDesk(ports, page, c)), IN_DUTCH);
  door.form(
    PROGRAMS_PATH,
    "application.decide",
    async (page, c, form) => {
      const desk = await atDesk(ports, page, c);
      const { role, organisation, actorRef } = desk.acting;
      if (isRef(form.text("weg"))) {
        await ports.tokens.revoke(organisation, form.text("weg"));
        return seeOther(PROGRAMS_PATH);
      }
      const label = form.text("label").trim().slice(0, 80);
      if (label === "") return { status: 400, body: await show(desk, { wrong: true }) };
      const { token } = await ports.tokens.issue({ role, organisation, insz: null, person: actorRef }, label);
      // In the answer to the form itself: in an address it would stay behind in the browser's history.
      return show(desk, { token });
    },
    IN_DUTCH,
  );
}

interface Props extends AtDesk {
  readonly tokens: readonly TokenLine[];
  readonly token?: string;
  readonly wrong?: boolean;
}

function ProgramsPage({ page, acting, tokens, token, wrong = false }: Props) {
  const day = (moment: TokenLine["createdAt"]) => formatDate(brusselsDate(moment), "nl");
  return (
    <Layout page={page} title="Toegang voor een programma" translated={false} crumbs={deskCrumbs({ acting })} refused={wrong}>
      <h1 class="au-c-heading au-c-heading--1">Toegang voor een programma</h1>
      <ErrorSummary language="nl" mistakes={wrong ? [{ field: "label", message: FILL_IN }] : []} />
      {token === undefined ? null : (
        <Alert kind="success" title="Uw nieuwe sleutel">
          <p>Bewaar ze nu: ze wordt nooit meer getoond.</p>
          <p class="mw-secret" id="geheim">
            {token}
          </p>
        </Alert>
      )}
      <p class="mw-form-lead">
        Met een sleutel doet een programma op uw naam wat u hier doet. Een eigen voorstel bevestigen kan er dus niet mee.
      </p>
      <form class="mw-form mw-section" method="post" action={PROGRAMS_PATH}>
        <FormKey page={page} />
        <TextField
          language="nl"
          name="label"
          label="Waarvoor dient deze sleutel?"
          error={wrong ? FILL_IN : undefined}
          value=""
          kind="words"
        />
        <p class="mw-actions">
          <SubmitButton>Sleutel maken</SubmitButton>
        </p>
      </form>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Sleutels van uw organisatie</h2>
        {tokens.length === 0 ? <p>Er zijn geen sleutels.</p> : null}
        <ul class="mw-filelist">
          {tokens.map((one) => (
            <li>
              <strong>{one.label}</strong>
              <span class="mw-quiet">
                geldig tot {day(one.expiresAt)},{" "}
                {one.lastUsedAt === null ? "nog nooit gebruikt" : `laatst gebruikt op ${day(one.lastUsedAt)}`}
              </span>
              <form method="post" action={PROGRAMS_PATH}>
                <FormKey page={page} />
                <input type="hidden" name="weg" value={one.tokenRef} />
                <button type="submit" class="mw-link-button">
                  Intrekken
                  <span class="au-u-hidden-visually"> {one.label}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  );
}
