// Where JSON text goes part after part, and parts that are written once for all cases.

/** Where the text goes, part after part. */
export interface TextSink {
  /** A part that was written once for all cases. */
  fixed(part: Fixed): void;
  /** A short part of this case. */
  text(part: string): void;
}

/** A part that is the same in every case, in both forms that a sink may want. */
export interface Fixed {
  readonly text: string;
  readonly utf8: Uint8Array;
}

const encoder = new TextEncoder();

export const fixed = (text: string): Fixed => ({ text, utf8: encoder.encode(text) });
