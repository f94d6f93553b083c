// The first page of the payment counter: what waits for somebody, the run of the quarter, and where the rest is.

import type { Role } from "../../../access/index.ts";
import { reachOf } from "../../../access/index.ts";
import { type PaymentOverview, paymentOverview } from "../../../counter/index.ts";
import { visitorIn } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink } from "../../look/button.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { at, Frame, type PaymentDoor, type PaymentTools, quarterCode, quarterText } from "./frame.tsx";

export function overviewRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  door.page(at(), "ledger.see", async (page, c) => (
    <OverviewPage page={page} role={visitorIn(c).session.active.role} overview={await paymentOverview(counter)} />
  ));
}

interface OverviewProps {
  readonly page: Page;
  readonly role: Role;
  readonly overview: PaymentOverview;
}

function OverviewPage({ page, role, overview }: OverviewProps) {
  const tasks = tasksOf(role, overview);
  return (
    <Frame page={page} title={t.title}>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Wat wacht op u</h2>
        {tasks.length === 0 ? (
          <p>Niets wacht op u.</p>
        ) : (
          <ul class="mw-todo">
            {tasks.map((task) => (
              <li>
                <a href={task.href}>{task.label}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Correction role={role} overview={overview} />
      <RunState role={role} overview={overview} />
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Alle onderdelen</h2>
        <dl class="mw-places">
          {placesFor(role).map((place) => (
            <div>
              <dt>
                <a href={at(place.path)}>{place.title}</a>
              </dt>
              <dd>{place.text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Frame>
  );
}

/** The law or the facts changed after quarters were paid: what changed, and the run that corrects them. */
function Correction({ role, overview: { correction, openRun } }: Omit<OverviewProps, "page">) {
  if (correction === null) return null;
  const { quarter, correctFrom, law, facts } = correction;
  const href = at(`/runs?kwartaal=${quarterCode(quarter)}&vanaf=${quarterCode(correctFrom)}`);
  return (
    <Alert
      kind={law.length === 0 ? "info" : "warning"}
      title={
        law.length === 0
          ? "Nieuwe gegevens voor kwartalen die al betaald zijn"
          : "De wet is veranderd voor kwartalen die al betaald zijn"
      }
    >
      <ul>
        {law.map((one) => (
          <li>
            {one.title.nl}: {one.quarters.map((number) => quarterText(number)).join(", ")}
          </li>
        ))}
        {facts.map((one) => (
          <li>
            {one.title.nl}: {one.quarters.map((of) => `${quarterText(of.quarter)} (${of.count})`).join(", ")}
          </li>
        ))}
      </ul>
      <p>
        Voorstel: bereken het {quarterText(quarter)} en opnieuw alles vanaf het {quarterText(correctFrom)}. Alleen het verschil
        met wat geboekt is, wordt een correctie.
      </p>
      {reachOf(role, "run.prepare") === null ? null : openRun ? (
        <p>Dat kan zodra de berekening die nu loopt, geboekt of beëindigd is.</p>
      ) : (
        <p class="mw-actions">
          <ButtonLink href={href}>Correctie voorbereiden</ButtonLink>
        </p>
      )}
    </Alert>
  );
}

function RunState({ role, overview }: Omit<OverviewProps, "page">) {
  const { run, openRun, lastQuarter, lastBooked } = overview;
  const due = lastBooked === null || lastBooked < lastQuarter;
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Kwartaalberekening</h2>
      {run === null ? (
        <p>
          Er liep hier nog geen berekening.
          {lastBooked === null ? "" : ` Geboekt tot en met het ${quarterText(lastBooked)}.`}
        </p>
      ) : (
        <p>
          {openRun ? "Bezig: " : "Laatste: "}
          <a href={at(`/run/${run.runRef}`)}>{quarterText(run.start.quarter)}</a>. {t.stages[run.stage]}.
        </p>
      )}
      {due && !openRun ? <p>Het {quarterText(lastQuarter)} is voorbij en nog niet geboekt.</p> : null}
      {reachOf(role, "run.prepare") !== null && !openRun ? (
        <p class="mw-actions">
          <ButtonLink href={at("/runs")}>Berekening starten</ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

interface Task {
  readonly href: string;
  readonly label: string;
}

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

function tasksOf(role: Role, overview: PaymentOverview): readonly Task[] {
  const { run, recoveriesToDecide, recoveriesOverdue, blocksToConfirm, advancesToDecide } = overview;
  const may = (permission: Parameters<typeof reachOf>[1]) => reachOf(role, permission) !== null;
  const found: Task[] = [];
  if (overview.parked > 0 && may("declaration.takeIn"))
    found.push({
      href: at("/aangiften#wachtend"),
      label: `${many(overview.parked, "wachtende aangifte", "wachtende aangiften")} bekijken`,
    });
  if (overview.unmatched > 0 && may("bank.reconcile"))
    found.push({
      href: at("/bank#bewegingen"),
      label: `${many(overview.unmatched, "beweging", "bewegingen")} op de rekening plaatsen`,
    });
  for (const { runRef, payments } of may("bank.reconcile") ? overview.givenBack : [])
    found.push({
      href: at(`/run/${runRef}/bank#wachtend`),
      label: `${many(payments, "teruggekomen betaling", "teruggekomen betalingen")} opnieuw laten vertrekken`,
    });
  if (run !== null && run.stage === "CALCULATED" && may("run.approve"))
    found.push({ href: at(`/run/${run.runRef}`), label: `De berekening van het ${quarterText(run.start.quarter)} goedkeuren` });
  if (run !== null && run.stage === "STARTED" && may("run.prepare"))
    found.push({ href: at(`/run/${run.runRef}`), label: `Het ${quarterText(run.start.quarter)} berekenen` });
  if (run !== null && run.stage === "APPROVED" && may("run.prepare"))
    found.push({ href: at(`/run/${run.runRef}`), label: `Het ${quarterText(run.start.quarter)} boeken` });
  if (recoveriesOverdue > 0 && may("bank.reconcile"))
    found.push({
      href: at("/terugvorderingen?toestand=TE_LAAT"),
      label: `${many(recoveriesOverdue, "terugvordering", "terugvorderingen")} opvolgen waarvan een betaling te laat is`,
    });
  if (recoveriesToDecide > 0 && may("recovery.decide"))
    found.push({
      href: at("/terugvorderingen"),
      label: `Beslissen over ${many(recoveriesToDecide, "terugvordering", "terugvorderingen")}`,
    });
  if (blocksToConfirm > 0 && may("block.confirm"))
    found.push({ href: at("/blokkeringen"), label: `${many(blocksToConfirm, "blokkering", "blokkeringen")} nakijken` });
  if (advancesToDecide > 0 && may("advance.decide"))
    found.push({ href: at("/voorschotten"), label: `Beslissen over ${many(advancesToDecide, "voorschot", "voorschotten")}` });
  return found;
}

function placesFor(role: Role): readonly { readonly path: string; readonly title: string; readonly text: string }[] {
  const all = [
    { path: "/aangiften", title: t.pages.intake, text: "Attesten van de RSZ innemen, en wat niet geplaatst kon worden." },
    { path: "/runs", title: t.pages.runs, text: "Proefberekening, goedkeuring door een tweede persoon, boeking." },
    {
      path: "/bank",
      title: t.pages.bank,
      text: "Antwoorden van de bank, teruggekomen betalingen, bewegingen die niemand kon plaatsen.",
    },
    {
      path: "/terugvorderingen",
      title: t.pages.recoveries,
      text: "Wat te veel betaald is: beslissen, inhouden, afbetalen, kwijtschelden.",
    },
    { path: "/blokkeringen", title: t.pages.blocks, text: "Beslag, overdracht, faillissement, overlijden." },
    { path: "/begroting", title: t.pages.accounts, text: "Vastlegging en betaling per artikel en jaar, boekhoudkundige export." },
    { path: "/staatssteun", title: t.pages.stateAid, text: "Wat elke onderneming in een jaar kreeg." },
    { path: "/voorschotten", title: t.pages.advances, text: "Maandelijkse voorschotten op de loonpremie." },
    { path: "/raming", title: t.pages.forecast, text: "Wat toekenningen en oude rechten de volgende acht kwartalen kosten." },
  ];
  const sample = {
    path: "/steekproef",
    title: t.pages.sample,
    text: "Willekeurige betalingen, elk als één bundel van vaststelling tot bank.",
  };
  return reachOf(role, "audit.sample") === null ? all : [...all, sample];
}
