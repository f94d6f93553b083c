// A test runner for Stryker that runs the tests of the law's engine inside its own process: each mutant gets freshly loaded modules, but no
// new worker and no transform. Minutes instead of hours. Tests are written for Vitest; what they use of it is in `vitest-shim.mjs`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import { vitestShim } from "./vitest-shim.mjs";

const namespace = INSTRUMENTER_CONSTANTS.NAMESPACE;

class InProcessRunner {
  static inject = [commonTokens.options];
  /** @type {Script} */
  script;

  constructor(options) {
    this.testFiles = options.inProcess.testFiles;
    this.require = createRequire(join(process.cwd(), "package.json"));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const folder = process.cwd();
    // Few random cases find what random cases can find.
    process.env.AGREEMENT_CASES = "150";
    process.env.AGREEMENT_QUARTERS = "5";
    process.env.AGREEMENT_GRAPHS = "120";
    // The law's files and cases are read once: what reads them is not what is mutated.
    const reading = this.run(
      await bundled(folder, `export * from "./src/law/files.ts"; export * from "./src/law/loader/index.ts";`),
    );
    const read = reading.readLaw();
    if (!read.ok) throw new Error(read.error.map((one) => `${one.file}:${one.line} ${one.message.en}`).join("\n"));
    const { readCases } = this.run(await bundled(folder, `export * from "./src/law/cases/read-cases.ts";`));
    globalThis.lawOfMutation = {
      ...reading,
      plain: reading.plainLaw(read.value),
      readYaml: remembered(reading.readYaml),
      readCases: remembered(readCases),
    };
    const requires = this.testFiles.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
    this.script = await bundled(folder, `module.exports = {${requires.join(",")}};`, [lawReadBefore(folder)]);
  }

  run(script, shim) {
    const module = { exports: {} };
    const require = (name) => (name === "vitest" ? shim : this.require(name));
    script.runInThisContext()(require, module, module.exports);
    return module.exports;
  }

  /** The test files with fresh modules: each is loaded when its tests are asked for, all on the same copy of the engine. */
  *suites(wanted = null) {
    const shim = vitestShim();
    const files = this.run(this.script, shim.module);
    for (const [file, load] of Object.entries(files)) {
      if (wanted !== null && !wanted.some((id) => id.startsWith(`${file}#`))) continue;
      yield { file, load: () => shim.collect(file, load) };
    }
  }

  async dryRun() {
    const ns = this.namespace();
    ns.activeMutant = undefined;
    const tests = [];
    for (const suite of this.suites()) {
      for (const test of suite.load()) {
        ns.currentTestId = test.id;
        tests.push(await runTest(test));
        ns.currentTestId = undefined;
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: ns.mutantCoverage };
  }

  async mutantRun(options) {
    const ns = this.namespace();
    ns.hitLimit = options.hitLimit;
    ns.hitCount = 0;
    const wanted = options.testFilter ?? null;
    const asked = new Set(wanted);
    const tests = [];
    let failed = false;
    for (const suite of this.suites(wanted)) {
      // From before loading: what a module works out when it is loaded is worked out by the mutant too.
      ns.activeMutant = options.activeMutant.id;
      try {
        const loaded = suite.load();
        for (const test of loaded) {
          if (wanted !== null && !asked.has(test.id)) continue;
          const result = await runTest(test);
          tests.push(result);
          failed = result.status === TestStatus.Failed;
          if (failed) break;
        }
      } catch (cause) {
        failed = true;
        const failureMessage = String(cause);
        tests.push({ id: `${suite.file}#load`, name: "load", status: TestStatus.Failed, timeSpentMs: 0, failureMessage });
      }
      if (failed) break;
    }
    ns.activeMutant = undefined;
    const timeout = determineHitLimitReached(ns.hitCount, options.hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  namespace() {
    globalThis[namespace] ??= {};
    return globalThis[namespace];
  }
}

/** One script that gives what an entry exports. */
async function bundled(folder, contents, plugins = []) {
  const made = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    write: false,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    external: ["vitest", "fast-check", "yaml"],
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(folder, "src/law/files.ts")).href) },
    plugins,
    logLevel: "error",
  });
  return new Script(`(function (require, module, exports) {${made.outputFiles[0].text}\n})`, {
    filename: "tests-of-the-engine",
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/** Puts what was read before in the place of what reads files. */
function lawReadBefore(folder) {
  const law = (name) => JSON.stringify(join(folder, "src/law", name));
  const open = `
    import { buildLaw } from ${law("engine/index.ts")};
    import { lawFromPlain } from ${law("loader/index.ts")};
    import { allRules } from ${law("rules/index.ts")};
    let made;
    export function openLaw() {
      made ??= buildLaw(lawFromPlain(globalThis.lawOfMutation.plain), allRules);
      if (!made.ok) throw new Error(made.error.map((one) => one.message.en).join("; "));
      return made.value;
    }`;
  const known = {
    "open-law.ts": open,
    "files.ts": "export const { LAW_FOLDER, readLaw, readYaml, yamlFiles, yamlSource } = globalThis.lawOfMutation;",
    "cases/read-cases.ts": "export const { readCases } = globalThis.lawOfMutation;",
  };
  return {
    name: "law-read-before",
    setup(plugin) {
      for (const [name, contents] of Object.entries(known)) {
        const path = join(folder, "src/law", name);
        plugin.onLoad({ filter: /\.ts$/ }, (file) => (file.path === path ? { contents, loader: "ts" } : undefined));
      }
    },
  };
}

/** One answer for each list of names: sources are only read. */
function remembered(read) {
  const known = new Map();
  return (...given) => {
    const key = JSON.stringify(given.map((one) => (typeof one === "string" ? one : null)));
    if (!known.has(key)) known.set(key, read(...given));
    return known.get(key);
  };
}

async function runTest({ id, name, run }) {
  const started = Date.now();
  try {
    await run();
    return { id, name, status: TestStatus.Success, timeSpentMs: Date.now() - started };
  } catch (cause) {
    const failureMessage = cause instanceof Error ? cause.message : String(cause);
    return { id, name, status: TestStatus.Failed, timeSpentMs: Date.now() - started, failureMessage };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];

/** So that Stryker knows the option and checks it. */
export const strykerValidationSchema = JSON.parse(readFileSync(new URL("./options.schema.json", import.meta.url), "utf8"));
