// What may be shown of a small group. The lab asks a gate for every group; statistics' own gate can take its place.

export interface DisclosureGate {
  /** Whether a figure over so many people may be shown. */
  mayShow(people: number): boolean;
}

/** Withholds figures over fewer people than this; nobody at all may be said. */
export function smallCellGate(least: number): DisclosureGate {
  return { mayShow: (people) => people === 0 || people >= least };
}

/** For invented people: there is nobody to protect. */
export const openGate: DisclosureGate = { mayShow: () => true };
