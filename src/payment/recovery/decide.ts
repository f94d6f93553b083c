// Decides on recoveries. The law leaves terms, interest and instalments open (OPEN-23): nothing happens without a person and a reason.
import { type Actor, notNow, type Reason, reason } from "../../dossier/index.ts";
import { fail, localized, ok, type Result } from "../../kernel/index.ts";
import { RECOVERY_ACTIONS, type RecoveryAction } from "./actions.ts";
import { openCents, type Recovery, recoveryStage } from "./state.ts";
import type { Beneficiary, RecoveryManner, RecoveryStep } from "./steps.ts";
import type { RecoveryTerms } from "./terms.ts";

export type RecoveryCommand =
  | { readonly type: "PROPOSE"; readonly runRef: string; readonly beneficiary: Beneficiary; readonly cents: number }
  | { readonly type: "DECIDE"; readonly how: RecoveryManner; readonly reason: string }
  | { readonly type: "SETTLE"; readonly cents: number; readonly by: "SET_OFF" | "PAYMENT"; readonly ref: string }
  | { readonly type: "WAIVE"; readonly cents: number; readonly reason: string };

export function decideRecovery(
  recovery: Recovery | null,
  command: RecoveryCommand,
  actor: Actor,
  { maxInstalments }: Pick<RecoveryTerms, "maxInstalments">,
): Result<readonly RecoveryStep[], readonly Reason[]> {
  const stage = recoveryStage(recovery);
  const allowed: readonly RecoveryAction[] = RECOVERY_ACTIONS[stage];
  if (!allowed.includes(command.type)) return fail([notNow(command.type, stage, allowed)]);
  if (command.type === "PROPOSE") {
    const { runRef, beneficiary, cents } = command;
    return isAmount(cents) ? ok([{ step: "PROPOSED", runRef, beneficiary, cents }]) : fail([noAmount(1)]);
  }
  const open = openCents(recovery!);
  const found: Reason[] = [];
  if ("reason" in command && command.reason.trim() === "") found.push(reasonMissing());
  if ("cents" in command && !(isAmount(command.cents) && command.cents <= open)) found.push(noAmount(open));
  switch (command.type) {
    case "DECIDE": {
      if (recovery!.proposedBy.ref === actor.ref) found.push(ownProposal());
      if (command.how.manner === "INSTALMENTS") {
        found.push(...planReasons(command.how.plan, open));
        if (maxInstalments !== null && command.how.plan.length > maxInstalments) found.push(tooManyInstalments(maxInstalments));
      }
      if (found.length > 0) return fail(found);
      const decided: RecoveryStep = { step: "DECIDED", how: command.how, reason: command.reason };
      if (command.how.manner !== "WAIVER") return ok([decided]);
      return ok([decided, { step: "WAIVED", cents: open, reason: command.reason }]);
    }
    case "SETTLE": {
      const { cents, by, ref } = command;
      return found.length > 0 ? fail(found) : ok([{ step: "SETTLED", cents, by, ref }]);
    }
    case "WAIVE": {
      const { cents, reason: why } = command;
      return found.length > 0 ? fail(found) : ok([{ step: "WAIVED", cents, reason: why }]);
    }
  }
}

const isAmount = (cents: number): boolean => Number.isSafeInteger(cents) && cents > 0;

function planReasons(plan: Extract<RecoveryManner, { manner: "INSTALMENTS" }>["plan"], open: number): Reason[] {
  const sum = plan.reduce((total, part) => total + part.cents, 0);
  const inOrder = plan.every((part, at) => isAmount(part.cents) && (at === 0 || plan[at - 1]!.dueOn < part.dueOn));
  return plan.length > 0 && inOrder && sum === open ? [] : [planWrong(open)];
}

const reasonMissing = (): Reason =>
  reason("recovery.reason", {
    rule: "OPEN-23",
    field: "reason",
    message: localized("Een reden ontbreekt", "A reason is missing", "Un motif manque"),
    remedy: localized("Schrijf op waarom u zo beslist", "Write down why you decide so", "Indiquez pourquoi vous décidez ainsi"),
  });

const ownProposal = (): Reason =>
  reason("recovery.ownProposal", {
    message: localized(
      "Wie een terugvordering voorstelt, beslist er niet over",
      "Who proposes a recovery does not decide on it",
      "Qui propose une récupération n’en décide pas",
    ),
    remedy: localized("Laat een andere persoon beslissen", "Let another person decide", "Faites décider une autre personne"),
  });

const noAmount = (most: number): Reason =>
  reason("recovery.amount", {
    field: "cents",
    expected: `1 - ${most}`,
    message: localized(
      "Het bedrag is nul, negatief of meer dan wat nog openstaat",
      "The amount is zero, negative or more than what is still open",
      "Le montant est nul, négatif ou supérieur au solde",
    ),
    remedy: localized(
      "Geef een bedrag tot wat nog openstaat",
      "Give an amount up to what is still open",
      "Donnez un montant jusqu’au solde",
    ),
  });

const tooManyInstalments = (most: number): Reason =>
  reason("recovery.instalments", {
    rule: "OPEN-23",
    field: "how.plan",
    expected: `1 - ${most}`,
    message: localized(
      `De wet laat hoogstens ${most} termijnen toe`,
      `The law allows at most ${most} instalments`,
      `La loi autorise au plus ${most} tranches`,
    ),
    remedy: localized("Kies minder termijnen", "Choose fewer instalments", "Choisissez moins de tranches"),
  });

const planWrong = (open: number): Reason =>
  reason("recovery.plan", {
    rule: "OPEN-23",
    field: "how.plan",
    expected: String(open),
    message: localized(
      "De termijnen volgen elkaar niet op, of zijn samen niet het openstaande bedrag",
      "The instalments do not follow one another, or together are not the open amount",
      "Les échéances ne se suivent pas, ou leur somme n’est pas le solde",
    ),
    remedy: localized("Maak een nieuw plan", "Make a new plan", "Établissez un nouveau plan"),
  });
