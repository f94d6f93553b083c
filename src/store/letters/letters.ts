// Letters on PostgreSQL: kept once as issued, sealed under every subject they name, with what became of each on its way.
import type { Channel, Delivery, LetterLine, LetterStore, LettersOf, NewLetter } from "../../counter/letters/ports.ts";
import { type Clock, canonicalJson, hashOf, type PlainDate, sha256Hex } from "../../kernel/index.ts";
import type { LetterDocument } from "../../letters/index.ts";
import { type Client, type Pool, type Queryable, transaction } from "../connection.ts";
import { recordAccess } from "../vault/access-log.ts";
import type { SubjectCipher, SubjectVault } from "../vault/subject-vault.ts";

const columns = `l.letter_ref as "letterRef", l.kind, l.issuer, l.audience, l.reference, l.dated, l.issued_at as "issuedAt",
  l.file_ref as "fileRef", l.person_ref as "personRef", l.employer_ref as "employerRef", l.about_ref as "aboutRef",
  l.document_hash as "documentHash", l.pdf_hash as "pdfHash",
  d.channel, d.outcome, d.at, d.notice_on as "noticeOn", d.proof`;

const from = `from vault.letter l left join lateral (
  select channel, outcome, at, notice_on, proof from log.delivery d where d.letter_ref = l.letter_ref order by delivery_no desc limit 1) d on true`;

type Row = Omit<LetterLine, "delivery"> & { readonly [K in keyof Delivery]: Delivery[K] | null };

function lineOf({ channel, outcome, at, noticeOn, proof, ...line }: Row): LetterLine {
  return { ...line, delivery: channel === null ? null : ({ channel, outcome, at, noticeOn, proof } as Delivery) };
}

export function letterStore(pool: Pool, vault: SubjectVault, clock: Clock): LetterStore {
  return {
    async list(of, limit = 100) {
      const [where, ref] = sideOf(of);
      const { rows } = await pool.query<Row>(
        `select ${columns} ${from} where ${where} and ($3::text[] is null or l.kind = any($3)) order by l.dated desc, l.issued_at desc, l.letter_ref limit $2`,
        [ref, limit, "kinds" in of ? (of.kinds ?? null) : null],
      );
      return rows.map(lineOf);
    },
    async find(letterRef) {
      const { rows } = await pool.query<Row>(`select ${columns} ${from} where l.letter_ref = $1`, [letterRef]);
      return rows[0] === undefined ? null : lineOf(rows[0]);
    },
    open: (letterRef, reader) =>
      transaction(pool, async (client) => {
        const { rows } = await client.query<{ subjects: string[]; document: Buffer; pdf: Buffer }>(
          "select subjects, document, pdf from vault.letter where letter_ref = $1",
          [letterRef],
        );
        const row = rows[0];
        const ciphers = row === undefined ? null : await ciphersOf(client, vault, row.subjects);
        if (row === undefined || ciphers === null) return null;
        for (const subject of row.subjects) await recordAccess(client, subject, reader, ["letter"], clock.now());
        const document = opened(ciphers, row.document, `letter ${letterRef} document`);
        return {
          document: JSON.parse(document.toString("utf8")) as LetterDocument,
          pdf: opened(ciphers, row.pdf, `letter ${letterRef} pdf`),
        };
      }),
    async noticeOf(aboutRef) {
      const { rows } = await pool.query<{ on: PlainDate; channel: Channel }>(
        `select d.notice_on as on, d.channel from vault.letter l join log.delivery d using (letter_ref)
         where l.about_ref = $1 and d.notice_on is not null order by d.at desc, d.delivery_no desc limit 1`,
        [aboutRef],
      );
      // Of a posted letter the day on which it was handed over is known, not the one on which it came.
      return rows[0] === undefined ? null : { on: rows[0].on, exact: rows[0].channel !== "POST" };
    },
    async paperList(issuer, limit) {
      const { rows } = await pool.query<Row>(
        `select ${columns} ${from} where d.outcome = 'LISTED' and exists (
           select from log.delivery x where x.letter_ref = l.letter_ref and x.outcome = 'LISTED')
           and l.issuer = $2
         order by l.dated, l.issued_at, l.letter_ref limit $1`,
        [limit, issuer],
      );
      return rows.map(lineOf);
    },
    notePosted: (letterRefs, on, proof, actor) =>
      transaction(pool, async (client) => {
        let noted = 0;
        for (const letterRef of [...letterRefs].sort()) {
          const last = await lastDelivery(client, letterRef);
          if (last?.outcome !== "LISTED") continue;
          await addDelivery(
            client,
            letterRef,
            { channel: "POST", outcome: "DELIVERED", at: clock.now(), noticeOn: on, proof },
            actor,
          );
          noted += 1;
        }
        return noted;
      }),
  };
}

function sideOf(of: LettersOf): [where: string, ref: string] {
  if ("fileRef" in of) return ["l.file_ref = $1", of.fileRef];
  if ("personRef" in of) return ["l.person_ref = $1 and l.audience = 'PERSON'", of.personRef];
  if ("ownRightsOf" in of) return ["l.person_ref = $1 and l.employer_ref is null and l.audience = 'APPLICANT'", of.ownRightsOf];
  return ["l.employer_ref = $1 and l.audience = 'APPLICANT'", of.employerRef];
}

/**
 * Keeps a letter as issued, inside the caller's transaction; the letter of a source that has one already is not kept. Gives the reference
 * of the one that is kept.
 */
export async function keepLetter(
  client: Client,
  vault: SubjectVault,
  letter: NewLetter,
  at: LetterLine["issuedAt"],
): Promise<{ readonly letterRef: string; readonly fresh: boolean }> {
  const { letterRef, subjects } = letter;
  const ciphers: SubjectCipher[] = [];
  for (const subject of subjects) ciphers.push(await vault.cipherFor(client, subject, at));
  const document = Buffer.from(canonicalJson(letter.document), "utf8");
  const pdf = Buffer.from(letter.pdf);
  const { rowCount } = await client.query(
    `insert into vault.letter (letter_ref, source, kind, issuer, audience, reference, dated, issued_at, file_ref, person_ref,
       employer_ref, about_ref, subjects, document, pdf, document_hash, pdf_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict (source) do nothing`,
    [
      letterRef,
      letter.source,
      letter.kind,
      letter.issuer,
      letter.audience,
      letter.reference,
      letter.dated,
      at,
      letter.fileRef,
      letter.personRef,
      letter.employerRef,
      letter.aboutRef,
      subjects,
      sealed(ciphers, document, `letter ${letterRef} document`),
      sealed(ciphers, pdf, `letter ${letterRef} pdf`),
      hashOf(letter.document),
      sha256Hex(pdf),
    ],
  );
  if (rowCount === 1) return { letterRef, fresh: true };
  const { rows } = await client.query<{ letter_ref: string }>("select letter_ref from vault.letter where source = $1", [
    letter.source,
  ]);
  return { letterRef: rows[0]?.letter_ref ?? letterRef, fresh: false };
}

export async function allLetterRefs(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ letter_ref: string }>("select letter_ref from vault.letter order by issued_at, letter_ref");
  return rows.map((row) => row.letter_ref);
}

/** What delivering a letter needs to know of it; null when it is unknown. */
export async function letterToDeliver(
  db: Queryable,
  letterRef: string,
): Promise<{ readonly recipient: string; readonly done: boolean; readonly notReached: readonly Channel[] } | null> {
  const { rows } = await db.query<{ recipient: string; outcomes: string[] | null; channels: Channel[] | null }>(
    `select l.subjects[1] as recipient, array_agg(d.outcome) as outcomes,
       array_agg(d.channel) filter (where d.outcome = 'NOT_REACHED') as channels
     from vault.letter l left join log.delivery d using (letter_ref) where l.letter_ref = $1 group by l.letter_ref`,
    [letterRef],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const done = (row.outcomes ?? []).some((outcome) => outcome === "DELIVERED" || outcome === "LISTED");
  return { recipient: row.recipient, done, notReached: row.channels ?? [] };
}

async function lastDelivery(db: Queryable, letterRef: string): Promise<Delivery | null> {
  const { rows } = await db.query<Delivery>(
    `select channel, outcome, at, notice_on as "noticeOn", proof from log.delivery where letter_ref = $1 order by delivery_no desc limit 1`,
    [letterRef],
  );
  return rows[0] ?? null;
}

export async function addDelivery(
  db: Queryable,
  letterRef: string,
  delivery: Delivery,
  actor: { readonly role: string; readonly ref: string },
): Promise<void> {
  await db.query(
    `insert into log.delivery (letter_ref, delivery_no, channel, outcome, at, notice_on, proof, actor_role, actor_ref)
     select $1, coalesce(max(delivery_no), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from log.delivery where letter_ref = $1`,
    [letterRef, delivery.channel, delivery.outcome, delivery.at, delivery.noticeOn, delivery.proof, actor.role, actor.ref],
  );
}

const sealed = (ciphers: readonly SubjectCipher[], plain: Buffer, place: string): Buffer =>
  ciphers.reduce((text, cipher) => cipher.seal(text, place), plain);

const opened = (ciphers: readonly SubjectCipher[], text: Buffer, place: string): Buffer =>
  ciphers.reduceRight((inner, cipher) => cipher.open(inner, place), text);

/** Null when any of them was erased. */
async function ciphersOf(db: Queryable, vault: SubjectVault, subjects: readonly string[]): Promise<SubjectCipher[] | null> {
  const ciphers: SubjectCipher[] = [];
  for (const subject of subjects) {
    const cipher = await vault.cipherOf(db, subject);
    if (cipher === null) return null;
    ciphers.push(cipher);
  }
  return ciphers;
}
