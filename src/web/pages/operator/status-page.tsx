// /beheer: how the system is doing, and what asks for the operator's attention. In Dutch, as all internal counters.
import { brusselsDate, formatDate, formatQuarter, fromQuarterNumber, instant } from "../../../kernel/index.ts";
import type { Alert as AlertNow, SystemStatus } from "../../../main/index.ts";
import { Alert } from "../../look/alert.tsx";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";

export function StatusPage({ page, status }: { readonly page: Page; readonly status: SystemStatus }) {
  return (
    <Layout page={page} title="Toestand van het systeem" translated={false}>
      <h1 class="au-c-heading au-c-heading--1">Toestand van het systeem</h1>
      <div class="mw-flow">
        <p class="mw-lead">Gemeten op {moment(status.at)}. Vernieuw de pagina voor een nieuwe meting.</p>
        <Alerts alerts={status.alerts} />
        <Overview status={status} />
        <Queues status={status} />
        <Standbys status={status} />
      </div>
    </Layout>
  );
}

function Alerts({ alerts }: { readonly alerts: readonly AlertNow[] }) {
  if (alerts.length === 0)
    return (
      <Alert kind="success" title="Niets vraagt uw aandacht">
        <p>Geen enkele alarmregel spreekt.</p>
      </Alert>
    );
  return (
    <>
      {alerts.map((one) => (
        <Alert
          kind={one.severity === "critical" ? "error" : "warning"}
          title={`${one.severity === "critical" ? "Dringend: " : "Let op: "}${one.title}`}
        >
          <p>{one.whatToDo}</p>
          <p class="mw-quiet">
            Gemeten: {decimal(one.value)}; grens: {decimal(one.above ?? one.below ?? 0)} (<code>{one.measure}</code>)
          </p>
        </Alert>
      ))}
    </>
  );
}

function Overview({ status }: { readonly status: SystemStatus }) {
  const { measures, vitals, verified, backup } = status;
  const seal = vitals?.lastSeal ?? null;
  return (
    <section class="mw-section" aria-labelledby="overzicht">
      <h2 class="au-c-heading au-c-heading--2" id="overzicht">
        Overzicht
      </h2>
      <SummaryList
        rows={[
          { name: "Versie", value: status.version },
          {
            name: "Databank",
            value: vitals === null ? "antwoordt niet" : `${megabytes(vitals.databaseBytes)}, ${vitals.connections} verbindingen`,
          },
          { name: "Logboek", value: vitals === null ? "-" : `ongeveer ${whole(vitals.events)} gebeurtenissen` },
          {
            name: "Laatste zegel",
            value:
              seal === null ? (
                "nog geen"
              ) : (
                <>
                  nr. {seal.sealNo} op {moment(seal.sealedAt)} <code class="mw-id">{seal.hash.slice(0, 16)}</code>
                </>
              ),
          },
          {
            name: "Keten nagekeken",
            value:
              verified === null
                ? "nog niet"
                : `${moment(verified.at)}: ${verified.flaws === 0 ? "geen fouten" : `${verified.flaws} fouten`} in ${whole(verified.events)} gebeurtenissen`,
          },
          { name: "Laatste back-up", value: backup === null ? "nog geen" : `${moment(backup.at)}, ${whole(backup.rows)} rijen` },
          {
            name: "Vrije schijf",
            value: measures["disk.freePercent"] === null ? "-" : `${decimal(measures["disk.freePercent"])} %`,
          },
          {
            name: "Lopende kwartaalrun",
            value: vitals?.openRun == null ? "geen" : `${vitals.openRun.step} sinds ${moment(vitals.openRun.at)}`,
          },
          ...(status.readServer === null ? [] : [{ name: "Leesserver", value: readServer(status.readServer) }]),
          { name: "Betaalde kwartalen", value: paidQuarters(status) },
          {
            name: "Bladzijden en vragen sinds de start",
            value: `${whole(measures["requests.count"] ?? 0)}; 95 % binnen ${decimal(measures["requests.p95Milliseconds"] ?? 0)} ms; ${decimal(measures["requests.errorsPerThousand"] ?? 0)} per duizend mislukt`,
          },
          { name: "Geheugen van dit proces", value: megabytes(measures["process.memoryBytes"] ?? 0) },
        ]}
      />
    </section>
  );
}

function readServer({ lagSeconds, mostLagSeconds, used, asked, fellBack }: NonNullable<SystemStatus["readServer"]>): string {
  const lag = lagSeconds === null ? "antwoordt niet" : `loopt ${decimal(lagSeconds)} s achter`;
  const to = used ? "beantwoordt wat mag naijlen" : "de hoofdserver antwoordt in zijn plaats";
  return `${lag} (hoogstens ${whole(mostLagSeconds)} s); ${to}: ${whole(asked)} vragen hier, ${whole(fellBack)} bij de hoofdserver`;
}

/** Whether every paid quarter was calculated with the law as it is now; else which values moved, and for which quarters. */
function paidQuarters({ correction, measures }: SystemStatus): string {
  if (measures["payment.quartersToCorrect"] === null) return "-";
  if (correction === null || correction.law.length === 0) return "berekend met de wet zoals ze nu is";
  const name = (number: number) => formatQuarter(fromQuarterNumber(number), "nl");
  const moved = correction.law.map(({ title, quarters }) => `${title.nl}: ${quarters.map(name).join(", ")}`);
  const from = Math.min(...correction.law.flatMap(({ quarters }) => quarters));
  return `te corrigeren vanaf het ${name(from)} (${moved.join("; ")})`;
}

function Queues({ status }: { readonly status: SystemStatus }) {
  const queues = status.vitals?.queues ?? [];
  return (
    <section class="mw-section" aria-labelledby="wachtrijen">
      <h2 class="au-c-heading au-c-heading--2" id="wachtrijen">
        Wachtrijen
      </h2>
      {queues.length === 0 ? (
        <Empty title="Er wacht geen werk">
          <p>Alles wat volgt uit het geregistreerde is gedaan.</p>
        </Empty>
      ) : (
        <Table
          caption="Werk dat wacht, per rij"
          captionHidden
          columns={[
            { key: "queue", title: "Rij" },
            { key: "waiting", title: "Wacht", number: true },
            { key: "givenUp", title: "Opgegeven", number: true },
            { key: "oldest", title: "Oudste wacht sinds" },
          ]}
          rows={queues.map(({ queue, waiting, givenUp, oldestDue }) => ({
            cells: {
              queue: <code>{queue}</code>,
              waiting: whole(waiting),
              givenUp: whole(givenUp),
              oldest: oldestDue === null ? "niets is te laat" : moment(oldestDue),
            },
          }))}
        />
      )}
    </section>
  );
}

function Standbys({ status }: { readonly status: SystemStatus }) {
  const standbys = status.vitals?.standbys ?? [];
  if (standbys.length === 0) return null;
  return (
    <section class="mw-section" aria-labelledby="standby">
      <h2 class="au-c-heading au-c-heading--2" id="standby">
        Stand-by
      </h2>
      <Table
        caption="Servers die volgen"
        captionHidden
        columns={[
          { key: "name", title: "Naam" },
          { key: "state", title: "Toestand" },
          { key: "lag", title: "Achterstand", number: true },
        ]}
        rows={standbys.map(({ name, state, lagBytes }) => ({
          cells: { name, state, lag: lagBytes === null ? "onbekend" : megabytes(lagBytes) },
        }))}
      />
    </section>
  );
}

const clockTime = new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit" });
const numbers = new Intl.NumberFormat("nl-BE", { maximumFractionDigits: 1 });

function moment(text: string): string {
  const at = instant(text);
  return `${formatDate(brusselsDate(at), "nl")}, ${clockTime.format(Date.parse(at))}`;
}

const whole = (value: number): string => numbers.format(Math.round(value));
const decimal = (value: number): string => numbers.format(value);
const megabytes = (bytes: number): string => `${numbers.format(bytes / 1_048_576)} MB`;
