// How the description of the payment API is written: values, reads and commands, and what every answer may be.
import { createRoute, z } from "@hono/zod-openapi";
import { COMPONENTS } from "../../../payment/index.ts";
import { PROBLEM_TYPE } from "../../problem.ts";
import { problemDocument } from "../../schemas.ts";
import { PAYMENTS } from "../request.ts";

export const money = z.string().openapi({ description: "Euro as decimal text; negative in a correction.", example: "1052.50" });
export const quarter = z.string().openapi({ example: "2026-Q3", pattern: "^\\d{4}-Q[1-4]$" });
export const day = z.string().openapi({ format: "date", example: "2026-12-01" });
export const moment = z.string().openapi({ format: "date-time", example: "2026-11-26T10:00:00.000Z" });
export const ref = z.string().openapi({ format: "uuid" });
export const component = z.enum(COMPONENTS);
export const version = z.number().int().openapi({ description: "Also the ETag." });
export const reason = z.string().openapi({ description: "Why; plain text." });

export const items = <T extends z.ZodType>(schema: T) => z.object({ items: z.array(schema) });
export const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
export const refusals = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  403: problem("The role of the token may not do this, or it is one's own work that another person must judge."),
  404: problem("There is no such thing."),
};
export const commandRefusals = {
  ...refusals,
  400: problem("The body or a header cannot be read: names field and expectation."),
  409: problem("The state does not allow it, or the Idempotency-Key was used for something else."),
  422: problem("The rules do not allow it: every reason."),
};
export const versioned = { 412: problem("It changed since it was read."), 428: problem("If-Match is missing.") };
export const key = z.object({
  "Idempotency-Key": z.string().openapi({ description: "8 to 100 visible characters; the same key does the same command once." }),
});
export const keyAndVersion = key.extend({
  "If-Match": z.string().openapi({ description: "ETag as it was read.", example: '"v1"' }),
});

export const path = (end: string) => `${PAYMENTS}${end}`.replace(/:(\w+)/g, "{$1}");
export const params = (end: string) => {
  const names = [...end.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
  return names.length === 0 ? {} : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) };
};
export const content = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });

export function read<T extends z.ZodType>(end: string, operationId: string, summary: string, schema: T, query?: z.ZodObject) {
  return createRoute({
    method: "get",
    path: path(end),
    operationId,
    summary,
    tags: ["payments"],
    security: [{ token: [] }],
    request: { ...params(end), ...(query === undefined ? {} : { query }) },
    responses: { 200: { description: "As it stands.", content: content(schema) }, ...refusals },
  });
}

export interface Command<T extends z.ZodType> {
  readonly body?: z.ZodType;
  readonly gives: T;
  readonly status?: 200 | 201 | 202;
  /** Needs If-Match. */
  readonly versioned?: boolean;
  readonly query?: z.ZodObject;
}

export function command<T extends z.ZodType>(end: string, operationId: string, summary: string, of: Command<T>) {
  return createRoute({
    method: "post",
    path: path(end),
    operationId,
    summary,
    tags: ["payments"],
    security: [{ token: [] }],
    request: {
      ...params(end),
      headers: of.versioned === true ? keyAndVersion : key,
      ...(of.query === undefined ? {} : { query: of.query }),
      ...(of.body === undefined ? {} : { body: { required: true, content: content(of.body) } }),
    },
    responses: {
      [of.status ?? 200]: { description: "Done.", content: content(of.gives) },
      ...commandRefusals,
      ...(of.versioned === true ? versioned : {}),
    },
  });
}

export const none = z.object({});
export const why = z.object({ reason });
export const year = z.object({ year: z.string().openapi({ example: "2026" }) });
