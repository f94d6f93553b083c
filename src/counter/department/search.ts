// Finds files by what people quote: a name, a national number, an enterprise number or a file number. Why is asked and logged.
import type { Reason } from "../../dossier/index.ts";
import { fail, ok, parseInsz, parseKbo, type Result } from "../../kernel/index.ts";
import { fileNumber } from "../file-number.ts";
import { nameMatch } from "../name-match.ts";
import type { Acting } from "../ports.ts";
import { nameTooShort, purposeMissing, quoteUnknown } from "../reasons.ts";
import type { DepartmentPorts, FoundFile } from "./ports.ts";

/** Why somebody looks a person or enterprise up; said in the access log that the person can read. */
export const SEARCH_PURPOSES = ["QUESTION", "HANDLING", "COMPLAINT", "INSPECTION", "AUDIT"] as const;
export type SearchPurpose = (typeof SEARCH_PURPOSES)[number];

const PURPOSE_TEXT: Readonly<Record<SearchPurpose, string>> = {
  QUESTION: "Opzoeking om een vraag te beantwoorden",
  HANDLING: "Opzoeking om een dossier te behandelen",
  COMPLAINT: "Opzoeking om een klacht te behandelen",
  INSPECTION: "Opzoeking voor een controle",
  AUDIT: "Opzoeking voor een nazicht",
};

export interface SearchResult extends FoundFile {
  readonly number: string;
  readonly firmName: string | null;
  readonly person: string;
}

/** At most so many files; more means that the question should say more. */
export const SEARCH_LIMIT = 50;

export async function searchFiles(
  ports: DepartmentPorts,
  acting: Acting,
  asked: { readonly text: string; readonly purpose: string },
): Promise<Result<readonly SearchResult[], readonly Reason[]>> {
  const purpose = SEARCH_PURPOSES.find((one) => one === asked.purpose);
  if (purpose === undefined) return fail([purposeMissing()]);
  const found = await filesFor(ports, asked.text.trim());
  if (!found.ok) return found;
  const reader = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: PURPOSE_TEXT[purpose],
  };
  const names = new Map<string, string>();
  const subjects = new Set(
    found.value.flatMap((one) => [one.personRef as string, ...(one.employerRef === null ? [] : [one.employerRef])]),
  );
  for (const subject of subjects) {
    const opened = await ports.vault.open(subject, reader, ["name"]);
    const content = opened.at(-1)?.content as { name?: string; given?: string; family?: string } | undefined;
    names.set(subject, content?.name ?? `${content?.given ?? ""} ${content?.family ?? ""}`.trim());
  }
  const results = found.value.map((one) => ({
    ...one,
    number: fileNumber(one.fileRef),
    firmName: one.employerRef === null ? null : (names.get(one.employerRef) ?? ""),
    person: names.get(one.personRef) ?? "",
  }));
  // Stable: within each, the files keep their order. What was typed may be the person's name or the firm's.
  const match = ({ person, firmName }: SearchResult) =>
    Math.min(nameMatch(asked.text, person), nameMatch(asked.text, firmName ?? person));
  return ok(results.sort((a, b) => match(a) - match(b)));
}

async function filesFor(ports: DepartmentPorts, text: string): Promise<Result<readonly FoundFile[], readonly Reason[]>> {
  const quoted = /^IMW[-\s]?([0-9A-F]{4})[-\s]?([0-9A-F]{4})[-\s]?([0-9A-F]{2})$/i.exec(text);
  if (quoted !== null) return ok(await ports.finder.filesByNumber(quoted.slice(1).join("").toLowerCase()));
  if (/^IMW/i.test(text)) return fail([quoteUnknown()]);
  const digits = text.replace(/[\s.\-/]/g, "");
  if (/^(BE)?\d+$/i.test(digits)) return byNumber(ports, digits.replace(/^BE/i, ""));
  if (!text.split(/\s+/).some((word) => word.length >= 3)) return fail([nameTooShort()]);
  return ok(await ports.finder.filesAbout(await ports.vault.findByName(text, SEARCH_LIMIT), SEARCH_LIMIT));
}

async function byNumber(ports: DepartmentPorts, digits: string): Promise<Result<readonly FoundFile[], readonly Reason[]>> {
  const about = async (kind: "insz" | "kbo", value: string) => {
    const subject = await ports.vault.findByIdentifier(kind, value);
    return ok(subject === null ? [] : await ports.finder.filesAbout([subject], SEARCH_LIMIT));
  };
  if (digits.length === 11) {
    const number = parseInsz(digits, "text");
    return number.ok ? about("insz", number.value) : fail([asReason(number.error)]);
  }
  const number = parseKbo(digits, "text");
  return number.ok ? about("kbo", number.value) : fail([asReason(number.error)]);
}

const asReason = (problem: Omit<Reason, "rule" | "remedy">): Reason => ({
  ...problem,
  rule: "",
  remedy: {
    nl: "Een rijksregisternummer heeft 11 cijfers, een ondernemingsnummer 10",
    en: "A national number has 11 digits, an enterprise number 10",
    fr: "Un numéro national a 11 chiffres, un numéro d’entreprise 10",
  },
});
