// Events of an advice by an ICF partner: given to VDAB, and what VDAB did with it (IND-05). Stream `person`.
import type { AdviceRef, IndicationRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";

/** Dutch: advies indicering, made with the ICF instrument, for collective customised work only. It decides nothing. */
export type IcfAdviceGiven = EventOf<
  "IcfAdviceGiven",
  {
    readonly adviceRef: AdviceRef;
    readonly advisedOn: PlainDate;
    /** Hash of the organisation's number, so that it finds its own advices again. */
    readonly organisation: string;
    readonly advice: SealedRef;
  }
>;

/** The adviser took it up in a request, or set it aside with a reason. */
export type IcfAdviceHandled = EventOf<
  "IcfAdviceHandled",
  {
    readonly adviceRef: AdviceRef;
    readonly handledOn: PlainDate;
    readonly indicationRef: IndicationRef | null;
    readonly motivation: SealedRef | null;
  }
>;

export type AdviceEvent = IcfAdviceGiven | IcfAdviceHandled;
