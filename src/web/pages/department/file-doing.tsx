// What a handler can do with a file now, and what the automatic checks say of it.
import { reachOf } from "../../../access/index.ts";
import { type Check, having, type Severity } from "../../../dossier/index.ts";
import { pick } from "../../../kernel/index.ts";
import { ButtonLink } from "../../look/button.tsx";
import { severityWords } from "../../text/department.ts";
import type { FilePageProps } from "./file-props.ts";
import { filePath } from "./within.tsx";

export function Doing(props: FilePageProps) {
  const { file, assessment, acting } = props;
  const { application, grant, evaluations } = file.state;
  const at = (path: string) => filePath(file.fileRef, path);
  const stage = application?.state;
  const proposal = file.handling.proposal;
  const main =
    proposal !== null
      ? { href: at("/voorstel"), label: proposal.by === acting.actorRef ? "Uw voorstel bekijken" : "Voorstel nakijken" }
      : stage === "PENDING"
        ? { href: at("/beslissen"), label: "Beslissing voorbereiden" }
        : null;
  const ready = Object.values(evaluations).filter((one) => one.finding !== null && !one.applied);
  const open = stage === "PENDING" || stage === "INCOMPLETE";
  const links = [
    ...ready.map((one) => ({ href: at(`/evaluatie/${one.evaluationRef}`), label: "Beslissen na de evaluatie" })),
    stage === "PENDING" ? { href: at("/aanvulling"), label: "Aanvulling vragen" } : null,
    open ? { href: at("/weigeren"), label: "Weigeren" } : null,
    open ? { href: at("/onontvankelijk"), label: "Onontvankelijk verklaren" } : null,
    grant !== null && reachOf(acting.role, "grant.change") === "all" ? { href: at("/stopzetten"), label: "Stopzetten" } : null,
  ].filter((link) => link !== null);
  if (main === null && links.length === 0) return null;
  return (
    <section class="mw-section mw-flow" id="doen">
      <h2 class="au-c-heading au-c-heading--2">Wat u kunt doen</h2>
      {main === null ? null : (
        <p class="mw-actions">
          <ButtonLink href={main.href}>{main.label}</ButtonLink>
          {assessment !== null && having(assessment.checks, "BLOCK", "REFUSE").length > 0 ? (
            <span class="mw-quiet">Er zijn gronden voor een weigering; zie de controles.</span>
          ) : null}
        </p>
      )}
      {links.length === 0 ? null : (
        <ul>
          {links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const ORDER: readonly Severity[] = ["BLOCK", "REFUSE", "COMPLETE", "MANUAL", "WARN"];

export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <section class="mw-section mw-flow" id="controles">
      <h2 class="au-c-heading au-c-heading--2">Automatische controles</h2>
      {checks.length === 0 ? <p>Alle controles zijn in orde.</p> : null}
      {ORDER.map((severity) => {
        const found = having(checks, severity);
        return found.length === 0 ? null : (
          <>
            <h3 class="au-c-heading au-c-heading--3">{severityWords[severity]}</h3>
            <ul class="mw-todo">
              {found.map(({ reason }) => (
                <li>
                  <strong>{pick(reason.message, "nl")}.</strong> {pick(reason.remedy, "nl")}.{" "}
                  {reason.rule === "" ? null : <span class="mw-id">{reason.rule}</span>}
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </section>
  );
}
