// Decides on payment blocks: who may set and lift is a permission; that two persons do it where money goes elsewhere is decided here.
import { type Actor, notNow, type Reason, reason } from "../../dossier/index.ts";
import { fail, localized, ok, type PlainDate, type Result } from "../../kernel/index.ts";
import { BLOCK_ACTIONS } from "./actions.ts";
import { type Block, blockStage, needsTwo } from "./state.ts";
import type { BlockStep, BlockTerms } from "./steps.ts";

export type BlockCommand =
  | { readonly type: "SET"; readonly terms: BlockTerms; readonly reasonRef: string }
  | { readonly type: "CONFIRM" }
  | { readonly type: "REFUSE"; readonly reasonRef: string }
  | { readonly type: "LIFT"; readonly lastDay: PlainDate; readonly reasonRef: string }
  | { readonly type: "CONFIRM_LIFT" }
  /** The block stays: the lifting that was asked is refused. */
  | { readonly type: "KEEP" }
  | { readonly type: "USE"; readonly how: "HELD" | "REDIRECTED" | "RELEASED"; readonly cents: number; readonly runRef: string };

export function decideBlock(
  block: Block | null,
  command: BlockCommand,
  actor: Actor,
): Result<readonly BlockStep[], readonly Reason[]> {
  const stage = blockStage(block);
  const allowed = BLOCK_ACTIONS[stage];
  if (!allowed.includes(command.type)) return fail([notNow(command.type, stage, allowed)]);
  if (command.type === "SET") {
    const wrong = termsReasons(command.terms);
    return wrong.length > 0 ? fail(wrong) : ok([{ step: "SET", ...command.terms, reasonRef: command.reasonRef }]);
  }
  const held = block as Block;
  switch (command.type) {
    case "CONFIRM":
      return held.setBy.ref === actor.ref ? fail([samePerson()]) : ok([{ step: "CONFIRMED" }]);
    case "REFUSE":
      return ok([{ step: "REFUSED", reasonRef: command.reasonRef }]);
    case "LIFT": {
      const { lastDay, reasonRef } = command;
      if (lastDay < held.from) return fail([liftTooEarly(held.from)]);
      return ok(needsTwo(held) ? [{ step: "LIFT_ASKED", lastDay, reasonRef }] : [{ step: "LIFTED", lastDay }]);
    }
    case "CONFIRM_LIFT":
      if (held.liftAskedBy?.ref === actor.ref) return fail([samePerson()]);
      return ok([{ step: "LIFTED", lastDay: held.lastDay ?? held.from }]);
    case "KEEP":
      return ok([{ step: "CONFIRMED" }]);
    case "USE": {
      const { how, cents, runRef } = command;
      return ok(cents > 0 ? [{ step: "USED", how, cents, runRef }] : []);
    }
  }
}

function termsReasons(terms: BlockTerms): Reason[] {
  const found: Reason[] = [];
  if (terms.mostCents !== null && !(Number.isSafeInteger(terms.mostCents) && terms.mostCents > 0)) found.push(noAmount());
  if (terms.kind === "ASSIGNMENT" && terms.payeeRef === null) found.push(payeeMissing());
  if (terms.kind === "DEATH" && terms.beneficiary.kind === "EMPLOYER") found.push(noPerson());
  return found;
}

const samePerson = (): Reason =>
  reason("block.samePerson", {
    message: localized(
      "Wie geld naar iemand anders laat gaan, bevestigt dat niet zelf",
      "Who sends money to somebody else does not confirm it",
      "Qui dirige l’argent vers un autre ne le confirme pas",
    ),
    remedy: localized(
      "Laat een andere persoon bevestigen",
      "Let another person confirm",
      "Faites confirmer par une autre personne",
    ),
  });

const noAmount = (): Reason =>
  reason("block.amount", {
    field: "mostCents",
    expected: "> 0",
    message: localized(
      "Het hoogste bedrag is nul of negatief",
      "The highest amount is zero or negative",
      "Le montant maximal est nul ou négatif",
    ),
    remedy: localized(
      "Geef een bedrag, of laat het leeg voor alles",
      "Give an amount, or leave it empty for everything",
      "Donnez un montant, ou laissez vide pour tout",
    ),
  });

const payeeMissing = (): Reason =>
  reason("block.payee", {
    field: "payee",
    message: localized(
      "Een overdracht heeft iemand die het geld krijgt",
      "An assignment has somebody who gets the money",
      "Une cession a un bénéficiaire",
    ),
    remedy: localized(
      "Vul naam en rekening van de overnemer in",
      "Fill in name and account of who takes over",
      "Indiquez le nom et le compte du cessionnaire",
    ),
  });

const noPerson = (): Reason =>
  reason("block.noPerson", {
    field: "kind",
    message: localized(
      "Overlijden kan alleen bij een zelfstandige",
      "Death applies to a self-employed person only",
      "Le décès ne concerne qu’un indépendant",
    ),
    remedy: localized("Kies een andere soort", "Choose another kind", "Choisissez un autre type"),
  });

const liftTooEarly = (from: PlainDate): Reason =>
  reason("block.lastDay", {
    field: "lastDay",
    expected: `>= ${from}`,
    message: localized(
      "De laatste dag ligt voor de eerste",
      "The last day lies before the first",
      "Le dernier jour précède le premier",
    ),
    remedy: localized("Kies een latere dag", "Choose a later day", "Choisissez un jour ultérieur"),
  });
