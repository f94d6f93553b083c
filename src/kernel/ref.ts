// References: random names under which persons, firms and files appear in the records, so that events hold no identifying number.
import type { Brand } from "./brand.ts";
import { problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { localized } from "./text.ts";

/** A UUID in small letters. */
export type Ref<K extends string = string> = Brand<string, K>;

export type PersonRef = Ref<"PersonRef">;
export type EmployerRef = Ref<"EmployerRef">;
export type EstablishmentRef = Ref<"EstablishmentRef">;
export type FileRef = Ref<"FileRef">;
export type RightRef = Ref<"RightRef">;
export type TicketRef = Ref<"TicketRef">;
export type IndicationRef = Ref<"IndicationRef">;
export type GrantRef = Ref<"GrantRef">;
export type EvaluationRef = Ref<"EvaluationRef">;
export type ReviewRef = Ref<"ReviewRef">;
export type OrganisationRef = Ref<"OrganisationRef">;
export type SealedRef = Ref<"SealedRef">;
export type RunRef = Ref<"RunRef">;
export type AdviceRef = Ref<"AdviceRef">;
export type ActorRef = Ref<"ActorRef">;
export type CommandId = Ref<"CommandId">;

export function isRef(value: unknown): value is Ref {
  return typeof value === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
}

/** Throws a `Refusal` when `text` is not a UUID. The kind is the caller's word: `asRef<PersonRef>(row.person_ref)`. */
export function asRef<R extends string>(text: string): R {
  return assertOk(parseRef<R>(text));
}

export function parseRef<R extends string>(text: string, field?: string): Result<R> {
  if (isRef(text)) return ok(text as string as R);
  const shown = text.slice(0, 40);
  return fail(
    problem(
      "ref.form",
      localized(
        `“${shown}” is geen geldige verwijzing`,
        `“${shown}” is not a valid reference`,
        `« ${shown} » n’est pas une référence valide`,
      ),
      field,
      "UUID",
    ),
  );
}

/** A fresh random reference (UUID version 4): it tells nothing about whom it stands for, not even when it was made. */
export function newRef<R extends string>(): R {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as R;
}
