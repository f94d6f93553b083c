// Tells the stream of one application: filing, completion, the decision, and what follows during a grant.
import {
  type Actor,
  type ApplicationCommand,
  type Assessment,
  assess,
  decideFile,
  type EvaluationCommand,
  evaluationStage,
  evolveFile,
  type FileCommand,
  type FileEvent,
  type FileState,
  type FollowsOn,
  type Grant,
  type GrantCommand,
  grantStage,
  LawReading,
  lastDayOfGrant,
  NO_FILE,
  type SealRequest,
  windowFor,
} from "../../dossier/index.ts";
import {
  asRef,
  type EvaluationRef,
  type FileRef,
  type GrantRef,
  type Instant,
  type PersonRef,
  type PlainDate,
  type SealedRef,
} from "../../kernel/index.ts";
import { evening, momentOn, workingDayFrom } from "../calendar.ts";
import type { Fate, RelationPlan } from "../case-plan.ts";
import type { KnownGrant } from "../ledger.ts";
import { seededUuid } from "../rng.ts";
import { type Around, applicationFacts, surroundings } from "./application.ts";
import type { TellingOf } from "./person.ts";
import { type Step, StreamTeller } from "./steps.ts";

export class FileTeller {
  readonly teller: StreamTeller<FileState, FileEvent>;
  readonly ref: FileRef;
  readonly plan: RelationPlan;
  /** Reasons that a person wrote down; sealed with the person's data. */
  readonly sealed: SealRequest[] = [];
  /** The grant after each change, with the moment of recording. */
  readonly history: KnownGrant[] = [];
  /** Moment of the decision, so that an older right can end in the same moment. */
  decisionAt: Instant | null = null;
  private readonly of: TellingOf;
  private readonly around: Around;

  constructor(plan: RelationPlan, of: TellingOf, around: Around) {
    this.plan = plan;
    this.of = of;
    this.around = around;
    this.ref = asRef<FileRef>(seededUuid(of.rng));
    this.teller = new StreamTeller<FileState, FileEvent>("file", this.ref, NO_FILE, evolveFile);
  }

  get grant(): Grant | null {
    return this.teller.state.grant;
  }

  /** An earlier application for the same relation that was found inadmissible (PROC-06). */
  firstTry(filedOn: PlainDate, inadmissibleOn: PlainDate): Step[] {
    const { rng } = this.of;
    return [this.file(filedOn, filedOn), this.inadmissible(momentOn(rng, inadmissibleOn), inadmissibleOn)];
  }

  steps(): Step[] {
    const { plan, of } = this;
    const steps = [this.file(plan.filedOn, plan.recordedOn), ...this.fate(plan.fate)];
    if (plan.adjustment !== null) steps.push(...this.adjustment(plan.adjustment));
    if (plan.stop !== null) steps.push(this.stop(momentOn(of.rng, plan.stop.recordedOn), plan.stop.lastDay));
    return steps;
  }

  private file(filedOn: PlainDate, recordedOn: PlainDate): Step {
    const { rng, actors } = this.of;
    const application = applicationFacts(this.plan, this.around.person, filedOn);
    const role = application.applicant === "EMPLOYER" ? "employer" : "selfEmployed";
    const actor = actors.applicant(role, application.employerRef ?? application.personRef);
    return this.application(momentOn(rng, recordedOn), actor, { type: "FileApplication", fileRef: this.ref, application });
  }

  private application(at: Instant, actor: Actor, command: ApplicationCommand): Step {
    return { at, run: (moment, today) => this.run(moment, today, actor, command) };
  }

  private run(at: Instant, today: PlainDate, actor: Actor, command: FileCommand): void {
    const { law, rng } = this.of;
    const context = {
      today,
      indications: this.around.indications(),
      around: surroundings(this.plan, this.around, this.ref, today),
      takenOver: null,
      ...this.groundsFor(command, today),
    };
    const before = this.grant;
    this.teller.take(rng, at, actor, command.type, decideFile(law, this.teller.state, command, context));
    if (this.grant !== null && this.grant !== before) this.history.push({ at, grant: this.grant });
  }

  /** A refusal gives every ground that the assessment finds on the day. */
  private groundsFor(command: FileCommand, today: PlainDate): { assessedGrounds?: readonly string[] } {
    if (command.type !== "RefuseApplication") return {};
    const grounds = this.assessment(today)
      .checks.filter((one) => one.severity === "REFUSE" || one.severity === "COMPLETE")
      .map((one) => one.reason.rule)
      .filter((rule) => rule !== "");
    return { assessedGrounds: [...new Set(grounds)] };
  }

  private assessment(on: PlainDate): Assessment {
    const { law } = this.of;
    return assess(new LawReading(law, on), {
      application: this.teller.state.application as NonNullable<FileState["application"]>,
      indications: this.around.indications(),
      around: surroundings(this.plan, this.around, this.ref, on),
      on,
      followsOn: this.followsOn(),
      manual: null,
    });
  }

  private followsOn(): FollowsOn | null {
    const { measure, rightRef } = this.plan.previous;
    return measure === "NONE" ? null : { measure, rightRef };
  }

  private fate(fate: Fate): Step[] {
    const { rng, actors } = this.of;
    const fileRef = this.ref;
    const handler = actors.handler(rng);
    switch (fate.kind) {
      case "PENDING":
        return [];
      case "GRANTED":
        return [this.decide(momentOn(rng, fate.recordedOn), fate.decidedOn)];
      case "REFUSED":
        return [
          this.application(momentOn(rng, fate.recordedOn), handler, { type: "RefuseApplication", fileRef, on: fate.decidedOn }),
        ];
      case "WITHDRAWN":
        return [
          this.application(momentOn(rng, fate.on), this.applicant(), { type: "WithdrawApplication", fileRef, on: fate.on }),
        ];
      case "INADMISSIBLE":
        return [this.inadmissible(momentOn(rng, fate.on), fate.on)];
      case "INCOMPLETE": {
        const missing = [this.plan.firm === null ? "PROOF_OF_ACTIVITY" : "EMPLOYMENT_CONTRACT"];
        const steps = [
          this.application(momentOn(rng, fate.askedOn), handler, {
            type: "RequestCompletion",
            fileRef,
            on: fate.askedOn,
            missing,
            note: null,
          }),
        ];
        if (fate.completedOn !== null) {
          const completion = { supplied: missing, evidence: [] };
          const on = fate.completedOn;
          steps.push(
            this.application(momentOn(rng, on), this.applicant(), { type: "CompleteApplication", fileRef, on, completion }),
          );
        }
        return fate.next === null ? steps : [...steps, ...this.fate(fate.next)];
      }
    }
  }

  private applicant() {
    const { plan, of } = this;
    return plan.firm === null
      ? of.actors.applicant("selfEmployed", this.around.person.ref)
      : of.actors.applicant("employer", plan.firm.ref);
  }

  private inadmissible(at: Instant, on: PlainDate): Step {
    const { rng, actors } = this.of;
    return this.application(at, actors.handler(rng), {
      type: "DeclareInadmissible",
      fileRef: this.ref,
      on,
      grounds: ["PROC-06"],
    });
  }

  private decide(at: Instant, decidedOn: PlainDate): Step {
    const { rng, actors } = this.of;
    const grantRef = asRef<GrantRef>(seededUuid(rng));
    const motivationRef = asRef<SealedRef>(seededUuid(rng));
    const actor = actors.handler(rng);
    this.decisionAt = at;
    return {
      at,
      run: (moment, today) => {
        const followsOn = this.followsOn();
        const base: GrantCommand = {
          type: "DecideGrant",
          fileRef: this.ref,
          grantRef,
          decidedOn,
          ...(followsOn === null ? {} : { followsOn }),
        };
        const confirmed = this.assessment(decidedOn)
          .checks.filter((one) => one.severity === "MANUAL")
          .map((one) => one.reason.id);
        const command: GrantCommand = confirmed.length === 0 ? base : { ...base, confirmed, motivation: motivationRef };
        if (confirmed.length > 0) this.sealed.push(motivationOf(this.around.person.ref, motivationRef));
        this.run(moment, today, actor, command);
      },
    };
  }

  /** A stop planned after the end of the term, or before its first day, is not told. */
  private stop(at: Instant, lastDay: PlainDate): Step {
    const { rng, actors } = this.of;
    const actor = actors.handler(rng);
    const reason = this.plan.firm === null ? "ACTIVITY_STOPPED" : "CONTRACT_ENDED";
    return {
      at,
      run: (moment, today) => {
        const { grant } = this.teller.state;
        if (grant === null || grant.stop !== null || lastDay >= lastDayOfGrant(grant)) return;
        this.run(moment, today, actor, { type: "StopGrant", fileRef: this.ref, on: today, lastDay, reason });
      },
    };
  }

  /** Asked, found and applied, as far as the grant still runs and ever has the window (PROC-20, PROC-21). */
  private adjustment(plan: NonNullable<RelationPlan["adjustment"]>): Step[] {
    const { law, rng, actors } = this.of;
    const evaluationRef = asRef<EvaluationRef>(seededUuid(rng));
    const adviser = actors.adviser(rng);
    const handler = actors.handler(rng);
    const fileRef = this.ref;
    const open = (today: PlainDate): boolean => {
      const { grant } = this.teller.state;
      if (grant === null || grantStage(grant, today) !== "RUNNING") return false;
      const window = windowFor(new LawReading(law, today), grant, "ADJUSTMENT");
      return window !== null && window.opensOn <= today;
    };
    const asked = (): boolean => evaluationStage(this.teller.state.evaluations[evaluationRef]) !== "NONE";
    const step = (
      at: Instant,
      actor: typeof adviser,
      may: (today: PlainDate) => boolean,
      command: () => EvaluationCommand,
    ): Step => ({
      at,
      run: (moment, today) => {
        if (!may(today)) return;
        this.run(moment, today, actor, command());
      },
    });
    const running = (today: PlainDate) => asked() && grantStage(this.teller.state.grant, today) === "RUNNING";
    const { requestedOn, decidedOn, percentage } = plan;
    const appliedOn = workingDayFrom(decidedOn);
    const guidanceNeed = () => this.teller.state.grant?.facts.guidanceNeed ?? "NONE";
    return [
      step(momentOn(rng, requestedOn), this.applicant(), open, () => ({
        type: "RequestAdjustment",
        fileRef,
        evaluationRef,
        on: requestedOn,
        reason: null,
      })),
      step(momentOn(rng, decidedOn), adviser, running, () => ({
        type: "RecordEvaluation",
        fileRef,
        evaluationRef,
        decidedOn,
        visitedOn: decidedOn,
        outcome: "PACKAGE",
        percentage,
        guidanceNeed: guidanceNeed(),
        motivation: null,
      })),
      step(evening(momentOn(rng, appliedOn)), handler, running, () => ({
        type: "ApplyEvaluation",
        fileRef,
        evaluationRef,
        on: appliedOn,
      })),
    ];
  }
}

function motivationOf(subjectRef: PersonRef, sealedRef: SealedRef): SealRequest {
  const content = { text: "Synthetisch: het minimuminkomen van dit jaar is niet gekend; het prognoseattest wordt aanvaard." };
  return { subjectRef, sealedRef, kind: "motivation", content };
}
