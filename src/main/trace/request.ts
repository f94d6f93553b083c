// A request as a part of the trace that whoever asks is in, or as the first part of one.
import type { Tracer } from "./tracer.ts";

/** Told are method, path and status, as in the log; not what somebody filled in. */
export function tracedRequest(tracer: Tracer, request: Request, answer: () => Promise<Response>): Promise<Response> {
  const { method } = request;
  const { pathname } = new URL(request.url);
  const attributes = { "http.request.method": method, "url.path": pathname.slice(0, 120) };
  return tracer.within(
    request.headers.get("traceparent"),
    { name: `${method} ${pathname.startsWith("/api/") ? "api" : "web"}`, kind: "server", attributes },
    answer,
    ({ status, headers }) => ({
      failed: status >= 500,
      attributes: { "http.response.status_code": status, "maatwerk.request.id": headers.get("x-request-id") ?? "" },
    }),
  );
}
