// Commands of an ICF advice: a partner gives it, VDAB handles it.
import type { AdviceRef, IndicationRef, PersonRef, PlainDate, SealedRef } from "../../kernel/index.ts";

interface OfAdvice {
  readonly personRef: PersonRef;
  readonly adviceRef: AdviceRef;
  readonly on: PlainDate;
}

export type AdviceCommand =
  | (OfAdvice & { readonly type: "GiveIcfAdvice"; readonly organisation: string; readonly advice: SealedRef })
  | (OfAdvice & {
      readonly type: "HandleIcfAdvice";
      /** The request that it is taken up in; null: set aside, with a reason. */
      readonly indicationRef: IndicationRef | null;
      readonly motivation: SealedRef | null;
    });
