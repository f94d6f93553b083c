// What the server knows of a request beside the request itself: headers as they came, and where the answer's headers go. The platform's own
// lists of headers hold the same, and making them takes longer than most answers.
import type { IncomingMessage, ServerResponse } from "node:http";

/** Both are left out where there is no server, as in tests. */
export interface Connection {
  readonly incoming?: { readonly headers?: IncomingMessage["headers"]; readonly socket?: { readonly remoteAddress?: string } };
  readonly outgoing?: Pick<ServerResponse, "setHeader" | "headersSent">;
}

export function connectionOf(env: unknown): Connection {
  const { incoming, outgoing } = (env as Connection | undefined) ?? {};
  return { ...(incoming === undefined ? {} : { incoming }), ...(outgoing === undefined ? {} : { outgoing }) };
}

/** One header of a request, its name in small letters; undefined: it was not sent. */
export function headerOf(request: Request, env: unknown, name: string): string | undefined {
  const incoming = (env as Connection | undefined)?.incoming;
  if (incoming?.headers === undefined) return request.headers.get(name) ?? undefined;
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

/** Sets headers on the answer to come; false: there is no server, so that the answer itself must carry them. */
export function setOnAnswer(env: unknown, headers: readonly (readonly [name: string, value: string])[]): boolean {
  const outgoing = (env as Connection | undefined)?.outgoing;
  if (outgoing === undefined || outgoing.headersSent) return false;
  for (let i = 0; i < headers.length; i += 1) outgoing.setHeader(headers[i]![0], headers[i]![1]);
  return true;
}
