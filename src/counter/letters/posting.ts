// The list of letters that go by post, and noting that they went: by the sender that the reader works for.
import { reachOf } from "../../access/index.ts";
import {
  fail,
  formatDate,
  localized,
  ok,
  type PlainDate,
  type Problem,
  parseDateAsTyped,
  problem,
  type Result,
} from "../../kernel/index.ts";
import type { Issuer } from "../../letters/index.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import type { LetterLine } from "./ports.ts";

/** At most so many letters on one list. */
const LIST_LENGTH = 200;

/** VDAB posts what VDAB tells people, the department what the department tells applicants. */
export function postsFor(acting: Acting): Issuer {
  return reachOf(acting.role, "person.tickets.see") === "all" ? "VDAB" : "DEPARTMENT";
}

export function lettersToPost(ports: CounterPorts, acting: Acting): Promise<readonly LetterLine[]> {
  return ports.letters.paperList(postsFor(acting), LIST_LENGTH);
}

export interface Posting {
  readonly letterRefs: readonly string[];
  /** As typed. */
  readonly on: string;
  readonly list: string;
}

/** Gives how many letters were noted. What is not on the reader's own list, or was noted already, changes nothing. */
export async function notePosting(
  ports: CounterPorts,
  acting: Acting,
  posting: Posting,
): Promise<Result<number, readonly Problem[]>> {
  const today = ports.clock.today();
  const day = parseDateAsTyped(posting.on, "on");
  const wrong: Problem[] = [];
  if (!day.ok) wrong.push(day.error);
  if (day.ok && day.value > today) wrong.push(inFuture(today));
  const list = posting.list.trim();
  if (!/^[\p{L}\p{N} ./-]{1,60}$/u.test(list)) wrong.push(noList());
  if (posting.letterRefs.length === 0) wrong.push(nothingChosen());
  if (wrong.length > 0 || !day.ok) return fail(wrong);
  const own = new Set((await lettersToPost(ports, acting)).map((line) => line.letterRef));
  const chosen = posting.letterRefs.filter((letterRef) => own.has(letterRef));
  return ok(await ports.letters.notePosted(chosen, day.value, `post ${list}`, { role: acting.role, ref: acting.actorRef }));
}

const inFuture = (today: PlainDate) =>
  problem(
    "post.future",
    localized(
      `Deze dag ligt in de toekomst. Noteer de verzending op de dag zelf, ten laatste ${formatDate(today, "nl")}.`,
      `This day lies in the future. Note the sending on the day itself, ${formatDate(today, "en")} at the latest.`,
      `Ce jour est dans le futur. Notez l'envoi le jour même, au plus tard le ${formatDate(today, "fr")}.`,
    ),
    "on",
    `<= ${today}`,
  );

const noList = () =>
  problem(
    "post.list",
    localized(
      "Geef het nummer van de verzendlijst: letters, cijfers, spatie, punt, streepje; hoogstens 60 tekens.",
      "Give the number of the list: letters, digits, space, point, dash; at most 60 characters.",
      "Donnez le numéro de la liste : lettres, chiffres, espace, point, tiret ; 60 caractères au plus.",
    ),
    "list",
    "1-60",
  );

const nothingChosen = () =>
  problem(
    "post.none",
    localized("Kies minstens één brief.", "Choose at least one letter.", "Choisissez au moins une lettre."),
    "letters",
    ">= 1",
  );
