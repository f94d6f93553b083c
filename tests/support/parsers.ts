// Every reader of text that comes from outside: for inputs that nobody would type.
import type { Parser } from "./parser.ts";
import { parsersOfFiles } from "./parsers-of-files.ts";
import { parsersOfForms } from "./parsers-of-forms.ts";
import { parsersOfJson } from "./parsers-of-json.ts";
import { uploadParser } from "./upload-parser.ts";

export const parsers: readonly Parser[] = [...parsersOfForms, ...parsersOfJson, ...parsersOfFiles, uploadParser];
