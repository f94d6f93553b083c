// What the descriptions of older rights share: the token, the answers, and the problems.
import { z } from "@hono/zod-openapi";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";

export const security = [{ token: [] }];
export const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
export const answer = (description: string) => ({ description, content: { "application/json": { schema: z.looseObject({}) } } });
export const denied = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  403: problem("The role of the token may not do this."),
  429: problem("Too many requests; Retry-After says in how many seconds."),
};
export const missing = { ...denied, 404: problem("There is no such import or right.") };
export const wrongQuery = { 400: problem("The query cannot be read: says what each part takes.") };
export const byId = z.object({ id: z.string().openapi({ format: "uuid" }) });
export const uuid = z.string().optional().openapi({ format: "uuid" });
