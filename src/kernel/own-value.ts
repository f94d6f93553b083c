// A value by a name that came from outside.

/** Never what every object has by nature: "constructor" in an address names nothing of ours. */
export function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
