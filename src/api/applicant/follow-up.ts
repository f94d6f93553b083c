// What follows on an application through the API: complete, withdraw, report a change.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type CounterPorts, parseAnew } from "../../counter/index.ts";
import type { Premiums } from "../../dossier/index.ts";
import type { SealedRef } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, refused } from "./asker.ts";
import { evidenceIn, sealEvidence } from "./evidence.ts";
import { changing, followed } from "./file-access.ts";
import { APPLICATIONS } from "./paths.ts";
import { readChange } from "./read-change.ts";
import { text, withJson } from "./request.ts";

/** The choice of premiums can be part of an answer (WP-09). */
const premiumsIn = (value: unknown): { readonly premiums?: Premiums } =>
  value === "WAGE" || value === "WAGE_AND_GUIDANCE" ? { premiums: value } : {};

export function followUpRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  app.patch(
    `${APPLICATIONS}/:id`,
    allow("application.file", (c: ApiContext) =>
      withJson(c, (body) =>
        changing(c, counter, (within, file, version, key) => {
          const evidence = evidenceIn(body.evidence);
          const anew = parseAnew(body);
          const wrong = [...evidence.wrong, ...(anew.ok ? [] : anew.error)];
          if (wrong.length > 0 || !anew.ok) return Promise.resolve(refused(c, wrong, 400));
          const answer = text(body.answer)?.slice(0, 5_000) ?? "";
          const { application } = file.state;
          return followed(c, counter, within, file, {
            version,
            commandId: key,
            command: (sealing) => {
              const personRef = application?.personRef ?? "";
              const sealed: SealedRef[] = evidence.taken.map((one) => sealEvidence(sealing, personRef, file.fileRef, one));
              if (answer !== "") sealed.push(sealing.seal(personRef, "answer", { fileRef: file.fileRef, text: answer }));
              const supplied = Array.isArray(body.supplied)
                ? body.supplied.filter((one): one is string => typeof one === "string")
                : (application?.missing ?? []);
              return {
                type: "CompleteApplication",
                fileRef: file.fileRef,
                on: counter.clock.today(),
                completion: { supplied, evidence: sealed, ...premiumsIn(body.premiums), ...anew.value },
              };
            },
          });
        }),
      ),
    ),
  );
  app.post(
    `${APPLICATIONS}/:id/withdraw`,
    allow("application.file", (c: ApiContext) =>
      changing(c, counter, (within, file, version, key) =>
        followed(c, counter, within, file, {
          version,
          commandId: key,
          command: () => ({ type: "WithdrawApplication", fileRef: file.fileRef, on: counter.clock.today() }),
        }),
      ),
    ),
  );
  app.post(
    `${APPLICATIONS}/:id/changes`,
    allow("grant.change", (c: ApiContext) =>
      withJson(c, (body) =>
        changing(c, counter, (within, file, version, key) => {
          const read = readChange(body, file);
          if ("wrong" in read) return Promise.resolve(refused(c, read.wrong, 400));
          return followed(c, counter, within, file, {
            version,
            commandId: key,
            command: (sealing) => ({
              type: "ReportChange",
              fileRef: file.fileRef,
              on: counter.clock.today(),
              effectiveOn: read.effectiveOn,
              change: read.change(sealing),
            }),
          });
        }),
      ),
    ),
  );
}
