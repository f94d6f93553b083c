// The bank behind its port: ISO 20022 files out (pain.001.001.09) and in (pain.002, camt.053).
import { fail, localized, ok, type Problem, problem, type Result } from "../../kernel/index.ts";
import type { BankFormat, BankMessage } from "../../payment/bank/port.ts";
import { child, childrenNamed, readXml } from "../xml/xml-tree.ts";
import { readCamt053 } from "./camt053.ts";
import { writePain001 } from "./pain001.ts";
import { readPain002 } from "./pain002.ts";

export const iso20022: BankFormat = { write: writePain001, read: readBankFile };

/** A whole file or nothing: one unreadable statement refuses all of it. */
function readBankFile(xml: string): Result<BankMessage[], Problem[]> {
  const document = readXml(xml);
  if (!document.ok) return fail([document.error]);
  const report = child(document.value, "CstmrPmtStsRpt");
  if (report !== null) {
    const answer = readPain002(report);
    return answer.ok ? ok([answer.value]) : answer;
  }
  const statements = childrenNamed(document.value, "BkToCstmrStmt").flatMap((b) => childrenNamed(b, "Stmt"));
  if (statements.length === 0) return fail([unknownMessage(document.value.children[0]?.name ?? document.value.name)]);
  const read = statements.map(readCamt053);
  const wrong = read.flatMap((r) => (r.ok ? [] : r.error));
  return wrong.length > 0 ? fail(wrong) : ok(read.flatMap((r) => (r.ok ? [r.value] : [])));
}

function unknownMessage(name: string): Problem {
  return problem(
    "bank.unknownMessage",
    localized(
      `Dit bestand bevat <${name}>; verwacht een antwoord (pain.002) of een rekeninguittreksel (camt.053).`,
      `This file holds <${name}>; expected an answer (pain.002) or an account statement (camt.053).`,
      `Ce fichier contient <${name}> ; attendu une réponse (pain.002) ou un extrait de compte (camt.053).`,
    ),
    "Document",
  );
}
