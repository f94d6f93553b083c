// Follows a request through its questions to the database, and on to the jobs that it leaves behind. Off unless a collector is named.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Tracing } from "../../store/index.ts";
import { formatTraceparent, newSpanId, newTraceId, parseTraceparent, type TraceContext } from "./context.ts";

export type SpanKind = "server" | "consumer" | "client";
export type Attributes = Readonly<Record<string, string | number>>;

/** A part of a trace that is over. Moments in milliseconds since 1970. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  readonly from: number;
  readonly until: number;
  readonly failed: boolean;
  readonly attributes: Attributes;
}

export interface TracerOptions {
  /** Takes what is over; must not throw and must not wait. */
  readonly keep: (span: Span) => void;
  /** Share of the traces begun here that are kept, 0 to 1. One that came from elsewhere says so itself. */
  readonly share: number;
  readonly now?: () => number;
  readonly random?: () => number;
}

export class Tracer implements Tracing {
  readonly #current = new AsyncLocalStorage<TraceContext>();
  readonly #options: Required<TracerOptions>;

  constructor(options: TracerOptions) {
    this.#options = { now: () => performance.timeOrigin + performance.now(), random: Math.random, ...options };
  }

  /** Does the work as a part of the trace that `parent` names; of one of its own where it names none. */
  async within<T>(
    parent: string | null | undefined,
    part: { readonly name: string; readonly kind: SpanKind; readonly attributes: Attributes },
    work: () => Promise<T>,
    after: (result: T) => { readonly failed: boolean; readonly attributes: Attributes } = () => ({
      failed: false,
      attributes: {},
    }),
  ): Promise<T> {
    const from = parseTraceparent(parent);
    const context: TraceContext = {
      traceId: from?.traceId ?? newTraceId(),
      spanId: newSpanId(),
      sampled: from?.sampled ?? this.#options.random() < this.#options.share,
    };
    const began = this.#options.now();
    const end = (failed: boolean, more: Attributes) => {
      const attributes = { ...part.attributes, ...more };
      this.#over(context, from?.spanId ?? null, { ...part, attributes, from: began, failed });
    };
    try {
      const result = await this.#current.run(context, work);
      const { failed, attributes } = after(result);
      end(failed, attributes);
      return result;
    } catch (error) {
      end(true, {});
      throw error;
    }
  }

  /** What a job is given to go on with; null outside of a trace. */
  traceparent(): string | null {
    const context = this.#current.getStore();
    return context === undefined ? null : formatTraceparent(context);
  }

  /** A question to the database, as a part of what is under way here. Its text has places for values, never the values. */
  question(text: string): ((failed: boolean) => void) | null {
    const parent = this.#current.getStore();
    if (parent === undefined || !parent.sampled) return null;
    const began = this.#options.now();
    const statement = text.replace(/\s+/g, " ").trim().slice(0, 500);
    const part = {
      name: (/^\w+/.exec(statement)?.[0] ?? "statement").toUpperCase(),
      kind: "client" as const,
      attributes: { "db.system.name": "postgresql", "db.query.text": statement },
      from: began,
    };
    return (failed) => this.#over({ ...parent, spanId: newSpanId() }, parent.spanId, { ...part, failed });
  }

  #over(
    { traceId, spanId, sampled }: TraceContext,
    parentId: string | null,
    part: Pick<Span, "name" | "kind" | "attributes" | "from" | "failed">,
  ): void {
    if (sampled) this.#options.keep({ ...part, traceId, spanId, parentId, until: this.#options.now() });
  }
}
