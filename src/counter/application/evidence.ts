// Evidence: a file is what its first bytes say, and nothing else is taken in. Kept sealed, never served to anybody but as a download.
import type { Reason } from "../../dossier/index.ts";
import { fail, type Localized, localized, ok, type Result } from "../../kernel/index.ts";

export const EVIDENCE_LIMIT = 10 * 1024 * 1024;
export const EVIDENCE_MOST = 10;

export const EVIDENCE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

export interface Evidence {
  readonly name: string;
  readonly type: EvidenceType;
  readonly bytes: Uint8Array;
}

const endings: Readonly<Record<EvidenceType, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
};

/** What the first bytes say; null: none of the kinds that are taken. */
export function sniff(bytes: Uint8Array): EvidenceType | null {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  return null;
}

/**
 * Takes one file in, or says why not. The name is kept for people only: without folders, control characters, or what would turn a line
 * of text round.
 *
 * @param claimed - The type that the sender gave; empty when none.
 */
export function takeEvidence(name: string, claimed: string, bytes: Uint8Array): Result<Evidence, readonly Reason[]> {
  const field = "evidence";
  const shown = plainName(name);
  if (bytes.length === 0) return fail([reason("evidence.empty", field, emptyFile(shown), again)]);
  if (bytes.length > EVIDENCE_LIMIT) return fail([reason("evidence.large", field, tooLarge(shown), smaller)]);
  const type = sniff(bytes);
  if (type === null) return fail([reason("evidence.kind", field, unknownKind(shown), otherKind)]);
  const ending = shown.includes(".") ? (shown.split(".").at(-1) ?? "").toLowerCase() : "";
  const said = claimed.split(";")[0]?.trim().toLowerCase() ?? "";
  const liesByName = ending !== "" && !endings[type].includes(ending);
  const liesByType = said !== "" && said !== "application/octet-stream" && said !== type && said !== "image/jpg";
  if (liesByName || liesByType) return fail([reason("evidence.mismatch", field, mismatch(shown, type), otherKind)]);
  return ok({ name: shown === "" ? `bestand.${endings[type][0]}` : shown, type, bytes });
}

function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  // Control characters and those that change the direction of text.
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return clean.slice(0, 120);
}

function reason(id: string, field: string, message: Localized, remedy: Localized): Reason {
  return { id, rule: "OPEN-34", field, message, remedy };
}

/** The name after a space, where there is one. */
const said = (name: string): string => (name === "" ? "" : ` ${name}`);

const megabytes = EVIDENCE_LIMIT / 1024 / 1024;

const emptyFile = (name: string) =>
  localized(`Het bestand${said(name)} is leeg`, `The file${said(name)} is empty`, `Le fichier${said(name)} est vide`);

const tooLarge = (name: string) =>
  localized(
    `Het bestand${said(name)} is groter dan ${megabytes} MB`,
    `The file${said(name)} is larger than ${megabytes} MB`,
    `Le fichier${said(name)} dépasse ${megabytes} Mo`,
  );

const unknownKind = (name: string) =>
  localized(
    `Het bestand${said(name)} is geen pdf, jpg of png`,
    `The file${said(name)} is no pdf, jpg or png`,
    `Le fichier${said(name)} n’est ni un pdf, ni un jpg, ni un png`,
  );

const mismatch = (name: string, type: EvidenceType) =>
  localized(
    `Het bestand${said(name)} is niet wat zijn naam zegt: de inhoud is ${endings[type][0]}`,
    `The file${said(name)} is not what its name says: its content is ${endings[type][0]}`,
    `Le fichier${said(name)} n’est pas ce que dit son nom : le contenu est ${endings[type][0]}`,
  );

const again = localized("Kies het bestand opnieuw", "Choose the file again", "Choisissez à nouveau le fichier");
const smaller = localized(
  "Maak het kleiner, bijvoorbeeld door met een lagere kwaliteit te scannen",
  "Make it smaller, for example by scanning at a lower quality",
  "Réduisez-le, par exemple en numérisant avec une qualité moindre",
);
const otherKind = localized(
  "Bewaar het als pdf, jpg of png en probeer opnieuw",
  "Save it as pdf, jpg or png and try again",
  "Enregistrez-le en pdf, jpg ou png et réessayez",
);
