// /gegevensbescherming: requests of persons about their data, who looked at what, and the register of processing. In Dutch.
import {
  answerRequest,
  exportPerson,
  listRequests,
  type PrivacyPorts,
  readRequest,
  receiveRequest,
  searchAccesses,
} from "../../../counter/index.ts";
import { isRef, type Problem, pick } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, seeOther, visitorIn } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { actingOf } from "../../visitor.ts";
import { AccessesPage } from "./accesses-page.tsx";
import { DeskPage } from "./desk-page.tsx";
import { PRIVACY_DESK_PATH, requestPath } from "./paths.ts";
import { RegisterPage } from "./register-page.tsx";
import { RequestPage } from "./request-page.tsx";

/** Requests shown at once; older answered ones are found through their own address. */
const SHOWN = 200;

export function privacyDeskRoutes(door: Door, ports: PrivacyPorts): void {
  const today = () => ports.clock.today();
  door.page(
    PRIVACY_DESK_PATH,
    "processing.register",
    async (page) => (
      <DeskPage page={page} today={today()} requests={await listRequests(ports, SHOWN)} given={NOTHING} mistakes={[]} />
    ),
    IN_DUTCH,
  );
  door.form(
    PRIVACY_DESK_PATH,
    "processing.register",
    async (page, c, form) => {
      const given = {
        insz: form.text("insz").slice(0, 40),
        kind: form.text("kind"),
        receivedOn: isoDay(form.text("receivedOn")),
      };
      const received = await receiveRequest(ports, actingOf(visitorIn(c)), given);
      if (received.ok) return seeOther(requestPath(received.value));
      const typed = { ...given, receivedOn: form.text("receivedOn") };
      const body = (
        <DeskPage
          page={page}
          today={today()}
          requests={await listRequests(ports, SHOWN)}
          given={typed}
          mistakes={mistakesOf(received.error)}
        />
      );
      return { status: 400, body };
    },
    IN_DUTCH,
  );

  door.page(
    `${PRIVACY_DESK_PATH}/verzoek/:verzoek`,
    "processing.register",
    async (page, c) => {
      const request = await requestAt(c.req.param("verzoek"));
      if (request === null) return { status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> };
      return <RequestPage page={page} today={today()} request={request} given={{ outcome: "", reason: "" }} mistakes={[]} />;
    },
    IN_DUTCH,
  );
  door.form(
    `${PRIVACY_DESK_PATH}/verzoek/:verzoek`,
    "processing.register",
    async (page, c, form) => {
      const request = await requestAt(c.req.param("verzoek"));
      if (request === null) return { status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> };
      const given = { outcome: form.text("outcome"), reason: form.text("reason"), confirmed: form.text("confirmed") === "ja" };
      const answered = await answerRequest(ports, actingOf(visitorIn(c)), request, given);
      if (answered.ok) return seeOther(requestPath(request.requestRef));
      return {
        status: 400,
        body: <RequestPage page={page} today={today()} request={request} given={given} mistakes={mistakesOf(answered.error)} />,
      };
    },
    IN_DUTCH,
  );
  door.form(
    `${PRIVACY_DESK_PATH}/verzoek/:verzoek/uitvoer`,
    "processing.register",
    async (page, c) => {
      const request = await requestAt(c.req.param("verzoek"));
      if (request === null) return { status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> };
      const made = await exportPerson(ports, actingOf(visitorIn(c)), request.personRef);
      return new Response(JSON.stringify(made, null, 2), {
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-disposition": 'attachment; filename="gegevens.json"',
        },
      });
    },
    IN_DUTCH,
  );

  door.page(
    `${PRIVACY_DESK_PATH}/inzages`,
    "accessLog.search",
    (page) => <AccessesPage page={page} given={{ insz: "", actorRef: "" }} mistakes={[]} found={null} />,
    IN_DUTCH,
  );
  door.form(
    `${PRIVACY_DESK_PATH}/inzages`,
    "accessLog.search",
    async (page, _c, form) => {
      const given = { insz: form.text("insz").slice(0, 40), actorRef: form.text("actorRef").slice(0, 100) };
      const found = await searchAccesses(ports, given);
      if (found.ok) return <AccessesPage page={page} given={given} mistakes={[]} found={found.value} />;
      return { status: 400, body: <AccessesPage page={page} given={given} mistakes={mistakesOf(found.error)} found={null} /> };
    },
    IN_DUTCH,
  );
  door.page(
    `${PRIVACY_DESK_PATH}/register`,
    "processing.register",
    (page) => <RegisterPage page={page} today={today()} entries={ports.register()} />,
    IN_DUTCH,
  );

  async function requestAt(ref: string | undefined) {
    return isRef(ref) ? readRequest(ports, ref) : null;
  }
}

const NOTHING = { insz: "", kind: "", receivedOn: "" };

/** "15/3/2026" as people type it; what cannot be read stays as it is and is told by the desk. */
function isoDay(typed: string): string {
  const parts = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(typed);
  return parts === null ? typed.trim() : `${parts[3]}-${parts[2]!.padStart(2, "0")}-${parts[1]!.padStart(2, "0")}`;
}

function mistakesOf(problems: readonly Problem[]): FieldMistake[] {
  return problems.map((one) => ({ field: one.field ?? "", message: pick(one.message, "nl") }));
}
