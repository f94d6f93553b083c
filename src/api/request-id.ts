// The number of a request, given by the process: in every error, so that whoever reports it can be helped.
import type { Context } from "hono";

export function requestIdOf(c: Context): string | undefined {
  return (c.env as { readonly requestId?: string } | undefined)?.requestId;
}
