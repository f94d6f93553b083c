// POST /api/v1/calculations: one case with its steps, or many as NDJSON.
import type { Context } from "hono";
import { explainInto, type Law } from "../law/index.ts";
import { BODY_LIMIT, readBody, utf8 } from "./body.ts";
import { ByteSink } from "./bytes.ts";
import { headerOf } from "./connection.ts";
import { calculateLines } from "./lines.ts";
import { problemResponse } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";

const NDJSON = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/jsonlines"];

export const CALCULATIONS_PATH = "/api/v1/calculations";

export async function postCalculations(c: Context, law: Law): Promise<Response> {
  const requestId = requestIdOf(c);
  const mediaType = (headerOf(c.req.raw, c.env, "content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const many = NDJSON.includes(mediaType);
  if (!many && mediaType !== "application/json" && !mediaType.endsWith("+json")) {
    return problemResponse(415, "mediaType", "This media type is not read here", {
      detail: `Send application/json for one calculation or ${NDJSON[0]} for many; the request says "${mediaType.slice(0, 80)}".`,
      requestId,
      headers: { accept: `application/json, ${NDJSON[0]}` },
    });
  }
  const body = await readBody(c.req.raw, BODY_LIMIT, headerOf(c.req.raw, c.env, "content-length"));
  if (body.kind === "tooLarge") {
    return problemResponse(413, "bodySize", "The request is too large", {
      detail: `A request is at most ${BODY_LIMIT} bytes (10 MB). Send fewer lines at a time, or use "maatwerk calculate".`,
      requestId,
    });
  }
  if (body.kind === "cutOff") {
    return problemResponse(400, "bodyCutOff", "The request was cut off", {
      detail: "The body ended early. Send it again.",
      requestId,
    });
  }
  if (many) {
    return new Response(calculateLines(law, body.bytes), { headers: { "content-type": `${NDJSON[0]}; charset=utf-8` } });
  }
  return one(law, body.bytes, requestId);
}

function one(law: Law, bytes: Uint8Array, requestId: string | undefined): Response {
  const text = utf8(bytes);
  if (text === null) {
    return problemResponse(400, "utf8", "The body is not UTF-8", { detail: "Send the JSON text as UTF-8.", requestId });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problemResponse(400, "json", "The body is not JSON", {
      detail: 'Send one complete JSON object, such as {"scheme":"employer", ...}.',
      requestId,
    });
  }
  const sink = new ByteSink();
  const output = explainInto(law, json, sink);
  if (output.outcome !== "invalid") return new Response(sink.bytes(), { headers: { "content-type": "application/json" } });
  const { reasons } = output;
  return problemResponse(400, "calculation", "The calculation cannot be read", {
    detail: reasons.map(({ field, message }) => (field === undefined ? message.en : `${field}: ${message.en}`)).join(" "),
    problems: reasons,
    requestId,
    // The same members as a line of the command gives.
    also: { outcome: output.outcome, reasons },
  });
}
