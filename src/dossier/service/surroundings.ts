// Gathers what an application is checked against: the employer's and person's streams, other files of the relation, registers.
import type { PlainDate } from "../../kernel/index.ts";
import type { Surroundings } from "../application/checks.ts";
import type { ApplicationFacts } from "../application/events.ts";
import { NO_EMPLOYER } from "../registration/state.ts";
import { valueOn } from "../timeline.ts";
import type { StreamLoader } from "./load.ts";
import type { DossierPorts } from "./service.ts";

export async function surroundings(
  ports: DossierPorts,
  streams: StreamLoader,
  fileRef: string,
  application: ApplicationFacts,
  on: PlainDate,
): Promise<Surroundings> {
  const { queries, employments, insolvency } = ports;
  const { employerRef, personRef, filedOn } = application;
  const relation = { employerRef, personRef };
  const employer = employerRef === null ? NO_EMPLOYER : (await streams.employer(employerRef)).state;
  const { facts } = (await streams.person(personRef)).state;
  const registeredOn = employer.registeredFor.IMW;
  const running = await queries.runningGrantOf(relation, on);
  return {
    employer: valueOn(employer.facts, on),
    registeredForImw: registeredOn !== undefined && registeredOn <= filedOn,
    residence: facts === null ? null : (valueOn(facts.residences, on)?.residence ?? null),
    otherFiles: (await queries.filesOfRelation(relation)).filter((file) => file.fileRef !== fileRef),
    runningGrantOf: running === fileRef ? null : running,
    runningRights: await queries.rightsOfRelation(relation, on),
    employments: employments === undefined || employerRef === null ? null : await employments(relation, filedOn),
    insolvencySignal: insolvency !== undefined && employerRef !== null && (await insolvency(employerRef)),
  };
}
