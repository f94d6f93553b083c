// The version of a file that whoever sends a form had before them, from its hidden field.

/** What no file has: a form that says no version, or says nonsense, was not made from any. */
const NO_VERSION = -1;

export function versionIn(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : NO_VERSION;
}
