// Pages and API as one: gives every request a number, sends it to its door, and logs how it went.
import { createHash, timingSafeEqual } from "node:crypto";
import { type ApiOptions, BODY_LIMIT, connectionOf, createApi, headerOf, setOnAnswer } from "../api/index.ts";
import type { CounterPorts, DepartmentPorts, PaymentCounter, PrivacyPorts, VdabPorts } from "../counter/index.ts";
import { newRef } from "../kernel/index.ts";
import { createWeb, type Stylesheet, type WebLogin } from "../web/index.ts";
import { pagesOf } from "./answers.ts";
import { casesOnce } from "./case-book.ts";
import { createLab } from "./lab.ts";
import { labThread } from "./lab-thread/lab-thread.ts";
import type { Log } from "./log.ts";
import type { System } from "./system.ts";
import { tracedRequest } from "./trace/index.ts";
import type { Transition } from "./transition.ts";
import type { RequestMeter } from "./watch/requests.ts";
import type { Watch } from "./watch/watch.ts";

/** @param env - What the server knows of the connection; left out in tests. */
export type Fetch = (request: Request, env?: unknown) => Promise<Response>;

export interface AppOptions {
  readonly system: System;
  readonly stylesheet: Stylesheet;
  /** Left out: pages and API without counters. */
  readonly counter?: CounterPorts;
  /** Left out: no counter of the department. */
  readonly department?: DepartmentPorts;
  /** Left out: without the counter of VDAB and the person's page. */
  readonly vdab?: VdabPorts;
  /** Left out: no payment counter. */
  readonly payment?: PaymentCounter;
  /** Left out: no desk of the data-protection officer. */
  readonly privacy?: PrivacyPorts;
  /** Null: nobody can log in. */
  readonly login?: WebLogin | null;
  /** Left out: no counter of older rights. */
  readonly transition?: Transition;
  /** Left out: nobody watches. */
  readonly watched?: Watched;
}

export interface Watched {
  readonly watch: Watch;
  readonly meter: RequestMeter;
  /** Who gathers metrics shows this; null: metrics are not given. */
  readonly metricsToken: string | null;
}

const ownNumber = /^[A-Za-z0-9._-]{8,64}$/;

export function createApp(options: AppOptions): Fetch {
  const { payment, system, stylesheet, counter, department, vdab, privacy, login = null, watched, transition } = options;
  const { law, clock, answers, demo, log, settings } = system;
  const lab = createLab(system);
  const onFailure = (error: Error, requestId: string | null) => log.error({ requestId, err: error }, "request failed");
  const apiOptions: ApiOptions = {
    law,
    clock,
    answers,
    ready: () => system.ready(),
    figures: system.figures,
    lab,
    onFailure,
    ...(counter === undefined ? {} : { counter }),
    ...(payment === undefined ? {} : { payment }),
    ...(transition === undefined ? {} : { transition }),
    ...(watched === undefined ? {} : { watch: watched.watch }),
    ...(department === undefined ? {} : { department }),
    limits: { perToken: settings.apiPerMinute, perAddress: settings.apiPerAddress, now: () => performance.now() },
    ...(vdab === undefined ? {} : { vdab }),
  };
  const api = createApi(apiOptions);
  const web = createWeb({
    law,
    clock,
    demo,
    stylesheet,
    answers: pagesOf(answers),
    cases: casesOnce(law),
    bodyLimit: BODY_LIMIT,
    lab,
    // A thread of its own: visitors do not wait for what a policy analyst asks.
    policy: labThread(law),
    figures: system.figures,
    onFailure,
    ...(login === null ? {} : { login }),
    ...(counter === undefined ? {} : { counter }),
    ...(payment === undefined ? {} : { payment }),
    ...(transition === undefined ? {} : { transition }),
    ...(watched === undefined ? {} : { watch: watched.watch }),
    ...(privacy === undefined ? {} : { privacy }),
    ...(department === undefined ? {} : { department }),
    ...(vdab === undefined ? {} : { vdab }),
  });

  const answered: Fetch = async (request, env) => {
    const started = performance.now();
    const given = headerOf(request, env, "x-request-id") ?? "";
    const requestId = ownNumber.test(given) ? given : newRef();
    const { pathname } = new URL(request.url);
    if (pathname === "/metrics") return metrics(request, watched);
    const door = isApi(pathname) ? api : web;
    const numbered = setOnAnswer(env, [["x-request-id", requestId]]);
    const clientAddress = addressOf(request, env, settings.proxies);
    const response = await door.fetch(request, { ...connectionOf(env), requestId, clientAddress });
    const answer = numbered ? response : withNumber(response, requestId);
    const ms = performance.now() - started;
    watched?.meter.note(door === api ? "api" : "web", response.status, ms);
    logRequest(log, request.method, pathname, response.status, requestId, ms);
    return answer;
  };
  const { tracer = null } = system;
  return tracer === null ? answered : (request, env) => tracedRequest(tracer, request, () => answered(request, env));
}

/** The answer itself where its headers can still be set: a copy of it would be streamed, which takes longer than most answers. */
function withNumber(response: Response, requestId: string): Response {
  try {
    response.headers.set("x-request-id", requestId);
    return response;
  } catch {
    const copy = new Response(response.body, response);
    copy.headers.set("x-request-id", requestId);
    return copy;
  }
}

/** For the program that gathers metrics, and nobody else: without the token there is nothing here. */
async function metrics(request: Request, watched: Watched | undefined): Promise<Response> {
  const token = watched?.metricsToken ?? null;
  const given = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  if (watched === undefined || token === null || !timingSafeEqual(digest(given), digest(token)))
    return new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  return new Response(await watched.watch.metrics(), { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });
}

/** The address that connects; behind proxies of ours, the one that the outermost of them saw. What a sender adds itself is never believed. */
export function addressOf(request: Request, env: unknown, proxies: number): string {
  const connected = connectionOf(env).incoming?.socket?.remoteAddress;
  const told = (headerOf(request, env, "x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  return (proxies === 0 ? undefined : told.at(-proxies)) ?? connected ?? "";
}

function isApi(path: string): boolean {
  return path.startsWith("/api/v1/") || path === "/api/v1" || path === "/healthz" || path === "/readyz";
}

/** Without query, body or address of the reader: what somebody filled in is nobody's business. */
function logRequest(log: Log, method: string, path: string, status: number, requestId: string, ms: number): void {
  const entry = { requestId, method, path: path.slice(0, 120), status, ms: Math.round(ms * 10) / 10 };
  if (status >= 500) log.error(entry, "request");
  else log.info(entry, "request");
}
