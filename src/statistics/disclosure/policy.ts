// How careful a channel is with small numbers. Policies are data, by channel.

export interface DisclosurePolicy {
  /** Name under which a release remembers it. */
  readonly id: string;
  /** Counts from 1 up to and including this are withheld; 0 withholds nothing. */
  readonly smallest: number;
  /** A withheld small count must stay possible as at least this many different numbers. */
  readonly span: number;
}

export const policies = {
  /** Everything that leaves the house. */
  public: { id: "public-1-3", smallest: 3, span: 3 },
  /** Views of officials who handle the files themselves; shown with a watermark. */
  internal: { id: "internal", smallest: 0, span: 1 },
} as const satisfies Readonly<Record<string, DisclosurePolicy>>;

export type Channel = keyof typeof policies;
