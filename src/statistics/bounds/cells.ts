// The exclusive cells of persons by the tickets they hold, and the linear forms ("has these, has not those") over them.

/** Which persons a margin or a derived quantity counts. */
export interface Selection {
  /** All of these are held. */
  readonly has?: readonly string[];
  /** None of these is held. */
  readonly hasNot?: readonly string[];
  /** Exactly these are held: short for `has` these and `hasNot` all others. */
  readonly only?: readonly string[];
  /** At least so many tickets are held. */
  readonly atLeastTickets?: number;
}

export const MAX_TICKETS = 4;

/** Every non-empty combination: first by number of tickets, then in the order in which the tickets were named. */
export function cellsOf(tickets: readonly string[]): readonly (readonly string[])[] {
  const cells: string[][] = [];
  for (let mask = 1; mask < 1 << tickets.length; mask += 1) cells.push(tickets.filter((_, index) => (mask & (1 << index)) !== 0));
  return cells.sort((a, b) => a.length - b.length || rank(a, tickets) - rank(b, tickets));
}

function rank(cell: readonly string[], tickets: readonly string[]): number {
  return cell.reduce((sum, ticket) => sum * 10 + tickets.indexOf(ticket), 0);
}

export function selects(selection: Selection, cell: readonly string[]): boolean {
  if (selection.only !== undefined) {
    return selection.only.length === cell.length && selection.only.every((ticket) => cell.includes(ticket));
  }
  return (
    (selection.has ?? []).every((ticket) => cell.includes(ticket)) &&
    (selection.hasNot ?? []).every((ticket) => !cell.includes(ticket)) &&
    cell.length >= (selection.atLeastTickets ?? 0)
  );
}

/** One coefficient per cell: 1 where the selection counts the cell. */
export function formOf(selection: Selection, cells: readonly (readonly string[])[]): readonly bigint[] {
  return cells.map((cell) => (selects(selection, cell) ? 1n : 0n));
}

/** "CMW and not AMA", for messages and labels. */
export function describeSelection(selection: Selection): string {
  if (selection.only !== undefined) return `only ${selection.only.join(" + ")}`;
  const parts: string[] = [];
  if ((selection.has ?? []).length > 0) parts.push(selection.has!.join(" and "));
  if ((selection.hasNot ?? []).length > 0) parts.push(`not ${selection.hasNot!.join(", not ")}`);
  if (selection.atLeastTickets !== undefined) parts.push(`at least ${selection.atLeastTickets} tickets`);
  return parts.length === 0 ? "any ticket" : parts.join(", ");
}
