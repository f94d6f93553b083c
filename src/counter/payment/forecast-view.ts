// The forecast as it is shown: made when first asked for, and again after a while or when somebody wants it fresh.
import { epochMillisecondsOf } from "../../kernel/index.ts";
import type { Forecast } from "../../payment/index.ts";
import type { PaymentCounter } from "./ports.ts";

/** All running grants over eight quarters take seconds; nothing in it changes from minute to minute. */
const FRESH_MS = 15 * 60_000;

const made = new WeakMap<PaymentCounter, Promise<Forecast>>();

export async function forecastOf(counter: PaymentCounter, fresh = false): Promise<Forecast> {
  const held = fresh ? undefined : await made.get(counter);
  const now = epochMillisecondsOf(counter.clock.now());
  if (held !== undefined && now - epochMillisecondsOf(held.madeAt) < FRESH_MS) return held;
  const making = counter.forecasts.ahead();
  made.set(counter, making);
  return making.catch((error: unknown) => {
    made.delete(counter);
    throw error;
  });
}
