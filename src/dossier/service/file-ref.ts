// The reference of a file, made from its relation and a counter: two applications sent at once meet in one stream.
import { type FileRef, hashOf } from "../../kernel/index.ts";
import type { Relation } from "../queries.ts";

/** `ordinal`: how many files the relation has already. A UUID (version 8) that tells nothing to who does not know both references. */
export function fileRefFor(relation: Relation, ordinal: number): FileRef {
  const hex = hashOf({ of: "file", employerRef: relation.employerRef, personRef: relation.personRef, ordinal });
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as FileRef;
}
