// The outcome of something that may be refused for a reason the caller must show.
import { isProblem, type Problem, Refusal } from "./problem.ts";

export type Result<T, E = Problem> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

export function mapResult<T, U, E>(result: Result<T, E>, change: (value: T) => U): Result<U, E> {
  return result.ok ? ok(change(result.value)) : result;
}

/** The value, or a thrown `Refusal` that carries the problem or problems. */
export function assertOk<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  const error: unknown = result.error;
  if (isProblem(error)) throw new Refusal([error]);
  if (Array.isArray(error) && error.every(isProblem)) throw new Refusal(error);
  throw error instanceof Error ? error : new Error(`Refused: ${JSON.stringify(error)}`);
}

/** All values, or all problems: a form shows every mistake at once. */
export function collect<T>(results: readonly Result<T>[]): Result<T[], Problem[]> {
  const problems = results.flatMap((r) => (r.ok ? [] : [r.error]));
  return problems.length > 0 ? fail(problems) : ok(results.flatMap((r) => (r.ok ? [r.value] : [])));
}
