// The number by which people quote a file: short, without confusing letters, the same wherever the file is shown.
import type { FileRef } from "../kernel/index.ts";

/** "IMW-3F2A-91BC-07", from the first ten digits of the reference. Never used to look a file up in place of its reference. */
export function fileNumber(fileRef: FileRef): string {
  const digits = fileRef.replaceAll("-", "").slice(0, 10).toUpperCase();
  return `IMW-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}
