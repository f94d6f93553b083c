// Errors of the API as application/problem+json (RFC 9457): what is wrong, in which field, what was expected.
import type { Localized, Problem } from "../kernel/index.ts";

export const PROBLEM_TYPE = "application/problem+json";

export interface ProblemDocument {
  /** `urn:maatwerk:problem:<id>`: stable, not an address. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** The request that it is about, as in the header X-Request-Id. */
  readonly instance?: string;
  readonly errors?: readonly {
    readonly id: string;
    readonly field?: string;
    readonly expected?: string;
    readonly message: Localized;
  }[];
}

export interface ProblemOptions {
  readonly detail?: string;
  readonly problems?: readonly Problem[];
  readonly requestId?: string | undefined;
  /** Members beside those of the RFC. */
  readonly also?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export function problemResponse(status: number, id: string, title: string, options: ProblemOptions = {}): Response {
  const { detail, problems, requestId, also, headers } = options;
  const document: ProblemDocument = {
    type: `urn:maatwerk:problem:${id}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(requestId === undefined ? {} : { instance: `urn:maatwerk:request:${requestId}` }),
    ...(problems === undefined ? {} : { errors: problems }),
  };
  return new Response(JSON.stringify({ ...document, ...also }), {
    status,
    headers: { "content-type": PROBLEM_TYPE, ...headers },
  });
}
