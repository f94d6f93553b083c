// Lists of older rights, the work list of trajectories that end, and one right with what a person may record of it.
import type { By, EndingRight, OlderRights, RightLine } from "../../../counter/index.ts";
import { type Reason, TRANSITION_MEASURES, type TransitionCommand, type TransitionMeasure } from "../../../dossier/index.ts";
import {
  asRef,
  type Cents,
  isRef,
  newRef,
  ok,
  type Problem,
  parseDateAsTyped,
  parseEuroAsTyped,
  parseQuarter,
  type Quarter,
  type Result,
  type RightRef,
  type SealedRef,
} from "../../../kernel/index.ts";
import { type Door, type SentForm, type Shown, seeOther, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { byOf, mistakesOf, notFoundPage } from "./door-parts.tsx";
import { rightPath, TRANSITION_PATH } from "./paths.ts";
import { RightPage } from "./right-page.tsx";
import { RightsPage } from "./rights-page.tsx";
import { WorkListPage } from "./work-list-page.tsx";

const AT_ONCE = 50;
const PURPOSE = "Oude rechten opvolgen";

export function rightRoutes(door: Door, rights: OlderRights): void {
  const names = (lines: readonly RightLine[], by: By) =>
    rights.namesOf(
      lines.flatMap((one) => [one.personRef, one.employerRef]),
      by,
      PURPOSE,
    );
  door.page(`${TRANSITION_PATH}/werklijst`, "transition.import", async (page, c) => {
    const employerRef = c.req.query("werkgever") ?? "";
    const lines = await rights.workList(500, isRef(employerRef) ? { employerRef } : {});
    const wanted = c.req.query("toestand") ?? "";
    const shown = lines.filter((one) => wanted === "" || one.state === wanted).slice(0, 200);
    return (
      <WorkListPage
        page={page}
        lines={shown}
        all={lines}
        state={wanted}
        employerRef={isRef(employerRef) ? employerRef : null}
        names={await names(shown, byOf(c))}
        done={c.req.query("ok") ?? ""}
        today={rights.today()}
      />
    );
  });
  door.form(`${TRANSITION_PATH}/werklijst/waarschuwen`, "transition.import", async (page, c, form) => {
    const rightRef = form.text("recht");
    const lines: readonly EndingRight[] = isRef(rightRef) ? await rights.workList(5_000) : [];
    const line = lines.find((one) => one.rightRef === rightRef);
    if (line === undefined) return notFoundPage(page);
    const told = await rights.warn(line, byOf(c).actor);
    if (!told.ok) return showRight(page, c, rightRef, told.error);
    const back = form.text("werkgever");
    return seeOther(`${TRANSITION_PATH}/werklijst?ok=gewaarschuwd${isRef(back) ? `&werkgever=${back}` : ""}`);
  });
  door.page(`${TRANSITION_PATH}/rechten`, "transition.import", async (page, c) => {
    const measure = (TRANSITION_MEASURES as readonly string[]).includes(c.req.query("maatregel") ?? "")
      ? (c.req.query("maatregel") as TransitionMeasure)
      : null;
    const [lastDay, rightRef] = (c.req.query("na") ?? "").split("_");
    const after = lastDay !== undefined && isRef(rightRef) ? { lastDay: lastDay as never, rightRef } : null;
    const lines = await rights.list({
      ...(measure === null ? {} : { measures: [measure] }),
      ...(after === null ? {} : { after }),
      endsFrom: rights.today(),
      limit: AT_ONCE + 1,
    });
    return <RightsPage page={page} measure={measure} lines={lines} atOnce={AT_ONCE} names={await names(lines, byOf(c))} />;
  });

  const showRight = async (page: Page, c: WebContext, rightRef: string, reasons: readonly Reason[] = []): Promise<Shown> => {
    const opened = isRef(rightRef) ? await rights.open(rightRef) : null;
    if (opened === null) return notFoundPage(page);
    const { personRef, employerRef } = opened.right.facts;
    const held = await rights.namesOf([personRef, employerRef], byOf(c), PURPOSE);
    const body = (
      <RightPage
        page={page}
        rightRef={rightRef}
        opened={opened}
        person={personRef === null ? null : (held.get(personRef) ?? "")}
        employer={employerRef === null ? null : (held.get(employerRef) ?? "")}
        quarters={await rights.quarters(rightRef, opened.right)}
        done={c.req.query("ok") ?? ""}
        mistakes={mistakesOf(reasons)}
        commandId={newRef()}
      />
    );
    return reasons.length === 0 ? body : { status: 422, body };
  };
  door.page(`${TRANSITION_PATH}/recht/:ref`, "transition.import", (page, c) => showRight(page, c, c.req.param("ref") ?? ""));
  const act = (
    path: string,
    make: (rightRef: RightRef, form: SentForm, sealed: SealedRef) => Result<TransitionCommand, readonly Problem[]>,
  ) =>
    door.form(`${TRANSITION_PATH}/recht/:ref/${path}`, "transition.import", async (page, c, form) => {
      const rightRef = c.req.param("ref") ?? "";
      const opened = isRef(rightRef) ? await rights.open(rightRef) : null;
      if (opened === null) return notFoundPage(page);
      const sealedRef = newRef<SealedRef>();
      const command = make(asRef<RightRef>(rightRef), form, sealedRef);
      if (!command.ok)
        return showRight(
          page,
          c,
          rightRef,
          command.error.map((one) => ({ ...one, rule: "", remedy: AGAIN })),
        );
      const { personRef, employerRef } = opened.right.facts;
      const subjectRef = personRef ?? employerRef ?? rightRef;
      const source = form.text("bron").trim().slice(0, 1_000);
      const sealed = source === "" ? [] : [{ subjectRef, sealedRef, kind: "amountSource", content: { rightRef, source } }];
      const commandId = isRef(form.text("opdracht")) ? form.text("opdracht") : newRef();
      const done = await rights.act(command.value, byOf(c).actor, commandId, sealed);
      return done.ok ? seeOther(rightPath(rightRef, `?ok=${path}`)) : showRight(page, c, rightRef, done.error);
    });
  act("evaluatie-vragen", (rightRef, form) => {
    const on = parseDateAsTyped(form.text("dag"), "dag");
    return on.ok ? ok({ type: "RequestVopEvaluation", rightRef, on: on.value }) : { ok: false, error: [on.error] };
  });
  act("evaluatie-beslissen", (rightRef, form) => {
    const on = parseDateAsTyped(form.text("beslist"), "beslist");
    const outcome = form.text("uitkomst") === "NO_NEED" ? ("NO_NEED" as const) : ("OLD_CRITERIA" as const);
    return on.ok ? ok({ type: "DecideVopEvaluation", rightRef, on: on.value, outcome }) : { ok: false, error: [on.error] };
  });
  act("bedrag", (rightRef, form, sealed) => {
    const amount = parseEuroAsTyped(form.text("bedrag"), "bedrag");
    const from = parseQuarter(form.text("vanaf").trim().toUpperCase().replace(/K/, "Q"), "vanaf");
    const until = form.text("tot").trim();
    const through = until === "" ? null : parseQuarter(until.toUpperCase().replace(/K/, "Q"), "tot");
    const wrong = [
      ...(amount.ok ? [] : [amount.error]),
      ...(from.ok ? [] : [from.error]),
      ...(through === null || through.ok ? [] : [through.error]),
      ...(form.text("bron").trim() === "" ? [NO_SOURCE] : []),
    ];
    if (wrong.length > 0 || !amount.ok || !from.ok || (through !== null && !through.ok)) return { ok: false, error: wrong };
    return ok({
      type: "EnterOldRightAmount",
      rightRef,
      on: rights.today(),
      amount: {
        cents: amount.value as Cents,
        per: form.text("per") === "YEAR" ? "YEAR" : "FTE_QUARTER",
        fromQuarter: from.value,
        throughQuarter: through === null ? null : (through.value as Quarter),
        source: { sealed },
      },
    });
  });
  act("beeindigen", (rightRef, form) => {
    const on = parseDateAsTyped(form.text("laatste-dag"), "laatste-dag");
    return on.ok
      ? ok({ type: "EndOldRight", rightRef, endedOn: on.value, reason: "CONTRACT_ENDED" })
      : { ok: false, error: [on.error] };
  });
}

const AGAIN = { nl: "Verbeter het en probeer opnieuw", en: "Correct it and try again", fr: "Corrigez et réessayez" };
const NO_SOURCE: Problem = {
  id: "amount.source",
  field: "bron",
  message: {
    nl: "Schrijf waar het bedrag vandaan komt",
    en: "Write where the amount comes from",
    fr: "Indiquez d’où vient le montant",
  },
};
