// Sends what is over to a collector, as OTLP over HTTP in JSON. A collector that is away costs nothing but its spans.
import type { Span, SpanKind } from "./tracer.ts";

export interface CollectorOptions {
  /** For example http://127.0.0.1:4318/v1/traces. */
  readonly url: string;
  readonly service: { readonly name: string; readonly version: string };
  readonly everyMs?: number;
  readonly send?: typeof fetch;
}

/** Spans kept until they are sent; more are thrown away and counted. */
const MOST = 4_096;
const AT_ONCE = 512;
const EVERY_MS = 5_000;
const PATIENCE_MS = 10_000;
const KINDS: Readonly<Record<SpanKind, number>> = { server: 2, client: 3, consumer: 5 };

export class Collector {
  readonly #options: CollectorOptions;
  readonly #timer: NodeJS.Timeout;
  #waiting: Span[] = [];
  #sending: Promise<void> | null = null;
  /** Spans that did not arrive. */
  lost = 0;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.flush(), options.everyMs ?? EVERY_MS).unref();
  }

  keep(span: Span): void {
    if (this.#waiting.length < MOST) this.#waiting.push(span);
    else this.lost += 1;
  }

  /** Sends all that waits. */
  async flush(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sending;
    await this.flush();
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const spans = this.#waiting.splice(0, AT_ONCE);
      try {
        const answer = await (this.#options.send ?? fetch)(this.#options.url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(otlp(spans, this.#options.service)),
          redirect: "error",
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        await answer.arrayBuffer();
        if (!answer.ok) this.lost += spans.length;
      } catch {
        this.lost += spans.length;
        // Away: the rest waits for the next round.
        return;
      }
    }
  }
}

/** The body as the protocol has it: names in camelCase, ids in hexadecimal, whole numbers of 64 bits as text. */
export function otlp(spans: readonly Span[], service: CollectorOptions["service"]) {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributes({ "service.name": service.name, "service.version": service.version }) },
        scopeSpans: [{ scope: { name: "maatwerk" }, spans: spans.map(spanJson) }],
      },
    ],
  };
}

const spanJson = (span: Span) => ({
  traceId: span.traceId,
  spanId: span.spanId,
  ...(span.parentId === null ? {} : { parentSpanId: span.parentId }),
  name: span.name,
  kind: KINDS[span.kind],
  startTimeUnixNano: nanoseconds(span.from),
  endTimeUnixNano: nanoseconds(span.until),
  attributes: attributes(span.attributes),
  status: span.failed ? { code: 2 } : {},
});

const attributes = (of: Readonly<Record<string, string | number>>) =>
  Object.entries(of).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(Math.round(value)) } : { stringValue: value },
  }));

const nanoseconds = (milliseconds: number): string => String(BigInt(Math.round(milliseconds * 1_000)) * 1_000n);
