// The ICF advices on a person, folded from the events.
import type { AdviceRef, IndicationRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { AdviceEvent } from "./events.ts";

export interface IcfAdvice {
  readonly adviceRef: AdviceRef;
  readonly advisedOn: PlainDate;
  readonly organisation: string;
  readonly advice: SealedRef;
  readonly handledOn: PlainDate | null;
  readonly indicationRef: IndicationRef | null;
}

export type IcfAdvices = Readonly<Record<string, IcfAdvice>>;

export function evolveAdvices(state: IcfAdvices, event: AdviceEvent): IcfAdvices {
  const { adviceRef } = event.payload;
  if (event.type === "IcfAdviceGiven") {
    const { advisedOn, organisation, advice } = event.payload;
    return { ...state, [adviceRef]: { adviceRef, advisedOn, organisation, advice, handledOn: null, indicationRef: null } };
  }
  const held = state[adviceRef];
  if (held === undefined) return state;
  const { handledOn, indicationRef } = event.payload;
  return { ...state, [adviceRef]: { ...held, handledOn, indicationRef } };
}
