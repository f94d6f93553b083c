// Who records what in synthetic Flanders: a small number of advisers and handlers, each under a reference of their own.
import type { Actor } from "../../dossier/index.ts";
import { type Rng, rngOf, seededUuid } from "../rng.ts";

const ADVISERS = 24;
const HANDLERS = 16;

export class Actors {
  private readonly advisers: readonly Actor[];
  private readonly handlers: readonly Actor[];
  /** Carries over lists and yearly linkages. */
  readonly importer: Actor;

  constructor(seed: string) {
    const made = (role: string, count: number): Actor[] =>
      Array.from({ length: count }, (_, i) => ({ role, ref: seededUuid(rngOf(seed, "actor", role, i)) }));
    this.advisers = made("vdabAdviser", ADVISERS);
    this.handlers = made("caseHandler", HANDLERS);
    this.importer = made("administrator", 1)[0] as Actor;
  }

  adviser(rng: Rng): Actor {
    return rng.oneOf(this.advisers);
  }

  handler(rng: Rng): Actor {
    return rng.oneOf(this.handlers);
  }

  /** An employer or self-employed person acts under its own reference. */
  applicant(role: "employer" | "selfEmployed", ref: string): Actor {
    return { role, ref };
  }
}
