// Builds the two scripts of the policy page once per process: the page's own, and the worker that computes.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface BuiltScript {
  /** Changes with the content. */
  readonly name: string;
  readonly text: string;
}

export interface PolicyScripts {
  readonly page: BuiltScript;
  readonly worker: BuiltScript;
}

let built: Promise<PolicyScripts | null> | null = null;

/** Null when they cannot be built: the page then works by its form. */
export function policyScripts(): Promise<PolicyScripts | null> {
  built ??= make().catch(() => null);
  return built;
}

async function make(): Promise<PolicyScripts> {
  const worker = await bundle("policy-worker.tsx", {});
  const page = await bundle("policy-script.ts", { WORKER: JSON.stringify(`/beleid/script/${worker.name}`) });
  return { page, worker };
}

async function bundle(entry: string, define: Readonly<Record<string, string>>): Promise<BuiltScript> {
  const made = await build({
    entryPoints: [fileURLToPath(new URL(`client/${entry}`, import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    write: false,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    define,
  });
  const text = made.outputFiles[0]!.text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { name: `${entry.replace(/\.tsx?$/, "")}-${hash}.js`, text };
}
