// The reference of a file, made from its relation and a counter: two applications sent at once meet in one stream.
import { type FileRef, refOf } from "../../kernel/index.ts";
import type { Relation } from "../queries.ts";

/** `ordinal`: how many files the relation has already. A UUID (version 8) that tells nothing to who does not know both references. */
export function fileRefFor(relation: Relation, ordinal: number): FileRef {
  return refOf<FileRef>({ of: "file", employerRef: relation.employerRef, personRef: relation.personRef, ordinal });
}
