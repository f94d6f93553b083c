// Puts items together by a key, in the order in which they come.
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const at = key(item);
    const held = groups.get(at);
    if (held === undefined) groups.set(at, [item]);
    else held.push(item);
  }
  return groups;
}
