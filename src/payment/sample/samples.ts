// The auditor's sample from end to end: drawn once under its seed, kept, and opened line by line as one bundle.
import { type Actor, type Reason, reason } from "../../dossier/index.ts";
import { type Clock, fail, type Instant, localized, newRef, ok, type Result } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { explainLine } from "../ledger/explain-line.ts";
import type { LedgerLine, PaymentPorts } from "../ports.ts";
import { type Bundle, type BundleSource, overridesOf } from "./bundle.ts";
import type { LineKey, SampleFrame } from "./draw.ts";

export interface Sample extends SampleFrame {
  readonly sampleRef: string;
  readonly seed: string;
  readonly size: number;
  /** Lines booked by then were drawn from. */
  readonly knownAt: Instant;
  /** Lines and cents that were drawn from. */
  readonly frameLines: number;
  readonly frameCents: number;
  readonly drawnBy: Actor;
  readonly drawnAt: Instant;
  readonly lines: readonly LineKey[];
}

export interface SampleStore {
  /** The `size` lines of the frame with the lowest numbers under the seed (see `drawNumber`), and what the frame counts. */
  draw(
    frame: SampleFrame,
    knownAt: Instant,
    seed: string,
    size: number,
  ): Promise<{ readonly lines: readonly LineKey[]; readonly frameLines: number; readonly frameCents: number }>;
  keep(sample: Sample): Promise<void>;
  find(sampleRef: string): Promise<Sample | null>;
  /** Latest first. */
  list(limit: number): Promise<readonly Sample[]>;
}

export interface SamplePorts {
  readonly samples: SampleStore;
  readonly bundles: BundleSource;
  readonly payment: PaymentPorts;
  readonly law: () => Law;
  readonly clock: Clock;
}

export interface SampleRequest extends SampleFrame {
  readonly seed: string;
  readonly size: number;
  /** Left out: now. To draw again what was drawn before. */
  readonly knownAt?: Instant;
}

export const LARGEST_SAMPLE = 500;

export class Samples {
  private readonly ports: SamplePorts;

  constructor(ports: SamplePorts) {
    this.ports = ports;
  }

  find(sampleRef: string): Promise<Sample | null> {
    return this.ports.samples.find(sampleRef);
  }

  list(limit = 20): Promise<readonly Sample[]> {
    return this.ports.samples.list(limit);
  }

  async draw(request: SampleRequest, actor: Actor): Promise<Result<Sample, readonly Reason[]>> {
    const { samples, clock } = this.ports;
    const wrong = checkRequest(request, clock.now());
    if (wrong.length > 0) return fail(wrong);
    const { seed, size, fromQuarter, untilQuarter, component } = request;
    const knownAt = request.knownAt ?? clock.now();
    const drawn = await samples.draw({ fromQuarter, untilQuarter, component }, knownAt, seed, size);
    if (drawn.lines.length === 0) return fail([emptyFrame()]);
    const sample = {
      sampleRef: newRef(),
      seed,
      size,
      fromQuarter,
      untilQuarter,
      component,
      knownAt,
      ...drawn,
      drawnBy: actor,
      drawnAt: clock.now(),
    };
    await samples.keep(sample);
    return ok(sample);
  }

  /** Everything behind one payment. Null when the ledger has no such line. */
  async open(key: LineKey): Promise<Bundle | null> {
    const { payment, bundles, law } = this.ports;
    const lines = await payment.ledger.lines({ grantRef: key.grantRef, quarter: key.quarter });
    const line = lines.find((one) => one.component === key.component && one.seq === key.seq);
    if (line === undefined) return null;
    const [replay, origin] = await Promise.all([explainLine(law(), payment, line), bundles.of(line)]);
    return { line, replay, origin, overrides: overridesOf(law(), line, replay, origin), others: othersOf(lines, line) };
  }
}

const othersOf = (lines: readonly LedgerLine[], line: LedgerLine): readonly LedgerLine[] => lines.filter((one) => one !== line);

function checkRequest({ seed, size, fromQuarter, untilQuarter, knownAt }: SampleRequest, now: Instant): Reason[] {
  const found: Reason[] = [];
  if (!/^[\x21-\x7e][\x20-\x7e]{0,62}[\x21-\x7e]$/.test(seed)) found.push(wrongSeed());
  if (!Number.isSafeInteger(size) || size < 1 || size > LARGEST_SAMPLE) found.push(wrongSize());
  if (fromQuarter > untilQuarter) found.push(wrongQuarters());
  if (knownAt !== undefined && knownAt > now) found.push(inFuture());
  return found;
}

const wrongSeed = (): Reason =>
  reason("sample.seed", {
    field: "seed",
    expected: "2 - 64",
    message: localized(
      "Het startgetal heeft 2 tot 64 gewone tekens",
      "The seed has 2 to 64 plain signs",
      "La graine a de 2 à 64 signes ordinaires",
    ),
    remedy: localized(
      "Neem bijvoorbeeld de datum van de trekking en uw initialen",
      "Take the date of the draw and your initials, for example",
      "Prenez par exemple la date du tirage et vos initiales",
    ),
  });
const wrongSize = (): Reason =>
  reason("sample.size", {
    field: "size",
    expected: `1 - ${LARGEST_SAMPLE}`,
    message: localized(
      `Het aantal ligt tussen 1 en ${LARGEST_SAMPLE}`,
      `The number lies between 1 and ${LARGEST_SAMPLE}`,
      `Le nombre est compris entre 1 et ${LARGEST_SAMPLE}`,
    ),
    remedy: localized("Geef een ander aantal", "Give another number", "Donnez un autre nombre"),
  });
const wrongQuarters = (): Reason =>
  reason("sample.quarters", {
    field: "untilQuarter",
    message: localized(
      "Het laatste kwartaal ligt voor het eerste",
      "The last quarter lies before the first",
      "Le dernier trimestre précède le premier",
    ),
    remedy: localized("Draai de kwartalen om", "Swap the quarters", "Inversez les trimestres"),
  });
const inFuture = (): Reason =>
  reason("sample.knownAt", {
    field: "knownAt",
    message: localized("Dit moment moet nog komen", "This moment is still to come", "Ce moment est encore à venir"),
    remedy: localized("Kies een moment tot nu", "Choose a moment up to now", "Choisissez un moment jusqu’à maintenant"),
  });
const emptyFrame = (): Reason =>
  reason("sample.empty", {
    field: "fromQuarter",
    message: localized(
      "In deze kwartalen is niets geboekt",
      "Nothing was booked in these quarters",
      "Rien n’a été comptabilisé dans ces trimestres",
    ),
    remedy: localized("Kies andere kwartalen", "Choose other quarters", "Choisissez d’autres trimestres"),
  });
