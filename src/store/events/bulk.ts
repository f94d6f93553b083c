// The bulk way in: whole new streams by COPY, chained and projected by the same code as a live append.
import type { AppendContext, BulkReport, BulkStream, Projection } from "../../dossier/ports.ts";
import { localized, problem, Refusal } from "../../kernel/index.ts";
import { type Client, type Queryable, transaction } from "../connection.ts";
import { BulkWriter } from "../copy.ts";
import type { Database } from "../database.ts";
import { inTransaction, withoutIndexes } from "../read/rebuild.ts";
import { subsidiesStand } from "../read/shared-subsidies.ts";
import { StreamView } from "../read/view.ts";
import { addRows } from "../read/write.ts";
import { chain } from "./chain.ts";
import { eventColumns, eventValues } from "./rows.ts";

const eventTarget = `log.event (${eventColumns.join(", ")})`;
const unsealedTarget = "ops.unsealed (stream_ref, version)";

/**
 * All or nothing. Throws a `Refusal` when a stream exists already or is not in order of recording. The first load of an empty
 * database runs as the owner, who may take the indexes away meanwhile; every later one runs beside the living system.
 */
export async function bulkAppend(
  database: Database,
  project: Projection,
  streams: Streams,
  { sawSubsidies }: Pick<AppendContext, "sawSubsidies"> = {},
): Promise<BulkReport> {
  try {
    if ((await isEmpty(database.pool)) && database.ownerAllowed) {
      return await database.asOwner((client) => inTransaction(client, () => firstLoad(client, project, streams)));
    }
    return await transaction(database.pool, async (client) => {
      if (sawSubsidies !== undefined && !(await subsidiesStand(client, sawSubsidies))) throw new Refusal([subsidiesMoved()]);
      return bulkAppendWithin(client, project, streams);
    });
  } catch (error) {
    const { code, detail } = error as { code?: string; detail?: string };
    if (code !== "23505") throw error;
    refuseStream(detail ?? "", "bestaat al", "exists already", "existe déjà");
  }
}

type Streams = AsyncIterable<BulkStream> | Iterable<BulkStream>;

async function firstLoad(client: Client, project: Projection, streams: Streams): Promise<BulkReport> {
  await client.query("lock table log.event in exclusive mode");
  if (!(await isEmpty(client))) return bulkAppendWithin(client, project, streams);
  const report = await withoutIndexes(client, () => bulkAppendWithin(client, project, streams));
  await client.query("analyze log.event");
  return report;
}

async function isEmpty(db: Queryable): Promise<boolean> {
  return (await db.query<{ empty: boolean }>("select not exists (select from log.event) as empty")).rows[0]!.empty;
}

export async function bulkAppendWithin(client: Client, project: Projection, streams: Streams): Promise<BulkReport> {
  const writer = new BulkWriter(client);
  const report = { streams: 0, events: 0, readRows: 0 };
  for await (const stream of streams) {
    const view = new StreamView(project);
    let prevHash = "";
    let version = 0;
    let lastRecorded = "";
    for (const batch of stream.batches) {
      if (batch.recordedAt < lastRecorded) {
        refuseStream(
          stream.streamRef,
          "is niet in volgorde van registratie",
          "is not in order of recording",
          "n'est pas dans l'ordre d'enregistrement",
        );
      }
      lastRecorded = batch.recordedAt;
      for (const event of batch.events) {
        version += 1;
        const { streamKind, streamRef } = stream;
        const placed = {
          streamKind,
          streamRef,
          version,
          recordedAt: batch.recordedAt,
          actor: batch.actor,
          commandId: batch.commandId,
        };
        const chained = chain(event, placed, prevHash);
        prevHash = chained.envelope.hash;
        writer.add(eventTarget, eventValues(chained));
        view.apply(event, chained.envelope);
      }
    }
    if (version === 0) continue;
    writer.add(unsealedTarget, [stream.streamRef, String(version)]);
    report.streams += 1;
    report.events += version;
    report.readRows += addRows(writer, view);
    await writer.breathe();
  }
  await writer.flush();
  return report;
}

const subsidiesMoved = () =>
  problem(
    "store.subsidiesMoved",
    localized(
      "Er is intussen een bedrag van een ander lokaal bestuur ingegeven. Kijk na wat er nog over is.",
      "An amount of another local government was entered meanwhile. Check what is left.",
      "Un montant d’un autre pouvoir local a été encodé entre-temps. Vérifiez ce qui reste.",
    ),
  );

function refuseStream(which: string, nl: string, en: string, fr: string): never {
  throw new Refusal([
    problem("store.bulk", localized(`De reeks ${which} ${nl}`, `The stream ${which} ${en}`, `La série ${which} ${fr}`)),
  ]);
}
