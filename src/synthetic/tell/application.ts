// What an application says, and what the department finds around it, as planned for a synthetic relation.
import {
  type ApplicationFacts,
  establishmentOf,
  type Indications,
  ownEnterpriseRef,
  type RelationFile,
  type RunningRight,
  type Surroundings,
} from "../../dossier/index.ts";
import type { FileRef, PlainDate } from "../../kernel/index.ts";
import { earlier } from "../calendar.ts";
import type { PersonPlan, RelationPlan } from "../case-plan.ts";

/** What one file must know of the life around it. */
export interface Around {
  readonly person: PersonPlan;
  readonly indications: () => Indications;
  /** Other files of the same relation, as they stand. */
  readonly otherFiles: () => readonly RelationFile[];
  readonly runningRights: (on: PlainDate) => readonly RunningRight[];
}

export function applicationFacts(plan: RelationPlan, person: PersonPlan, filedOn: PlainDate): ApplicationFacts {
  const { contract } = plan;
  return {
    applicant: plan.firm === null ? "SELF_EMPLOYED" : "EMPLOYER",
    employerRef: plan.firm?.ref ?? null,
    personRef: person.ref,
    premiums: plan.category,
    situation: plan.situation,
    channel: plan.channel,
    filedOn,
    // An application that is filed anew was first filed some weeks earlier, during the same employment.
    contract: contract === null ? null : { ...contract, from: earlier(contract.from, filedOn) },
    employmentFraction: plan.fraction,
    worksInFlanders: true,
    notInDifficulty: plan.flaw !== "IN_DIFFICULTY",
    otherSupport: [],
    takeOverOf: null,
    selfEmployment: plan.selfEmployment,
    evidence: [],
    establishment: establishmentOf(plan.firm?.ref ?? ownEnterpriseRef(person.ref), plan.firm?.facts ?? ownPlace(person)),
  };
}

/** Sectors in which people work on their own account. */
const SECTORS = ["01", "43", "47", "49", "56", "62", "71", "74", "81", "86", "93", "96"];

/** Works where he or she lives; the sector follows from the reference, so that no other life changes by it. */
function ownPlace({ ref, traits }: PersonPlan) {
  const nace = SECTORS[Number.parseInt(ref.slice(0, 6), 16) % SECTORS.length]!;
  return { municipality: traits.place.nis, province: traits.place.province, nace };
}

/** @param own the file that asks, so that it does not count as another one of the relation */
export function surroundings(plan: RelationPlan, around: Around, own: FileRef, on: PlainDate): Surroundings {
  return {
    employer: plan.firm?.facts ?? null,
    registeredForImw: plan.firm !== null,
    residence: around.person.traits.residence,
    otherFiles: around.otherFiles().filter((file) => file.fileRef !== own),
    runningGrantOf: null,
    runningRights: around.runningRights(on),
    employments: null,
    insolvencySignal: false,
  };
}
