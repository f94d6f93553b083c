// Short ways to write conditions of eligibility, and the places where a person answers what the law leaves open.

import type { Localized } from "../../../kernel/index.ts";
import { type Condition, constant, type Expression } from "../../engine/build.ts";

export const yes = constant("flag", true);
export const no = constant("flag", false);

/** A condition with what to say when it fails and what would mend it. */
export function must(
  holds: Expression<"flag">,
  id: string,
  field: string | null,
  message: Localized,
  remedy: Localized,
): Condition {
  return { holds, id, field, message, remedy };
}

/** Everything about an application is answered where it is assessed, and lands in the decision. */
export const atAssessment = { screen: "beoordeling van de aanvraag", event: "GrantDecided, ApplicationRefused" } as const;

/** The instrument that holds the articles; their text was not consulted. */
export const implementingDecision = "BVR van 15 juli 2022 (LAW-02)";
