// How careful a channel is with small numbers. Policies are data, by channel.

export interface DisclosurePolicy {
  /** Name under which a release remembers it. */
  readonly id: string;
  /** Counts from 1 up to and including this are withheld; 0 withholds nothing. */
  readonly smallest: number;
  /** A withheld small count must stay possible as at least this many different numbers. */
  readonly span: number;
  /** For amounts by employer: withheld below so many employers, or when one has this percentage or more. Null: not looked at. */
  readonly dominance: { readonly fewest: number; readonly percent: number } | null;
}

const dominance = { fewest: 3, percent: 75 } as const;

export const policies = {
  /** Everything that leaves the house. */
  public: { id: "public-1-3", smallest: 3, span: 3, dominance },
  /** Views of officials who handle the files themselves; shown with a watermark. */
  internal: { id: "internal", smallest: 0, span: 1, dominance: null },
} as const satisfies Readonly<Record<string, DisclosurePolicy>>;

export type Channel = keyof typeof policies;

/** What a second person may choose for one release in place of the public policy, with a reason that is kept. */
export const overridePolicies: readonly DisclosurePolicy[] = [
  { id: "public-1-10", smallest: 10, span: 10, dominance: { fewest: 5, percent: 60 } },
  { id: "public-1-5", smallest: 5, span: 5, dominance },
  policies.public,
  { id: "public-1-2", smallest: 2, span: 2, dominance },
];

/** The policy of this name that a release may have; null when there is none. */
export function releasePolicy(id: string): DisclosurePolicy | null {
  return overridePolicies.find((policy) => policy.id === id) ?? null;
}
