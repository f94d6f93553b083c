// Who may import whom. The rooms of src/ form one direction, from the kernel to the doors; any other arrow is an error.

/** Per room: the rooms it may import, and those of which it may import types only. */
const rooms = {
  kernel: { may: [] },
  law: { may: ["kernel"] },
  dossier: { may: ["kernel", "law"] },
  payment: { may: ["kernel", "law", "dossier"] },
  synthetic: { may: ["kernel", "law", "dossier", "payment"] },
  letters: { may: ["kernel", "law"] },
  statistics: { may: ["kernel", "law"] },
  lab: { may: ["kernel", "law", "statistics"] },
  // Roles and what each may do; the doors ask it before they act.
  access: { may: ["kernel"] },
  // What the counters do for whoever asks, the same through every door.
  counter: { may: ["kernel", "law", "dossier", "payment", "access", "letters", "statistics"] },
  // These two implement ports that the other rooms declare.
  store: {
    may: ["kernel"],
    types: ["law", "dossier", "payment", "statistics", "lab", "synthetic", "letters", "access", "counter"],
  },
  exchange: {
    may: ["kernel"],
    types: ["law", "dossier", "payment", "statistics", "lab", "synthetic", "letters", "access", "counter"],
  },
  web: { may: ["kernel", "law", "dossier", "payment", "letters", "statistics", "lab", "access", "counter"], types: ["main"] },
  api: { may: ["kernel", "law", "dossier", "payment", "letters", "statistics", "lab", "access", "counter"], types: ["main"] },
  cli: { may: ["kernel", "law", "dossier", "payment", "letters", "statistics", "lab", "access", "counter", "main"] },
  // The wiring: it puts the parts of every room together.
  main: {
    may: [
      "kernel",
      "law",
      "dossier",
      "payment",
      "synthetic",
      "letters",
      "statistics",
      "lab",
      "access",
      "counter",
      "store",
      "exchange",
      "web",
      "api",
    ],
  },
};

/** Files of the two pure rooms that run in Node only and that no browser code imports. */
const nodeOnly = ["^src/law/(files|open-law|open-cases|publish)\\.ts$"];

/** Files besides index.ts that other rooms may import, each for a reason of its own. */
const secondFaces = [
  // These read the law from disk, so they cannot be part of the face that browsers use.
  "^src/law/(files|open-law|open-cases)\\.ts$",
  // Makes mistakes in the rules on purpose: for one command, and not for browsers.
  "^src/law/mutation/index\\.ts$",
  // Give a test in any room a database of its own, and persons, firms and applications to put in it.
  "^src/(store|dossier|counter|statistics)/testing\\.ts$",
];

/** Tests, and what only tests use. */
const tests = "\\.test\\.tsx?$|/testing/|/(testing|fixtures)\\.tsx?$";
const inRoom = (names) => `^src/(${names.join("|")})/`;
const allRooms = Object.keys(rooms);

const faces = ["^src/[^/]+/index\\.tsx?$", ...secondFaces];
const implementers = inRoom(["store", "exchange"]);

function arrowsOf([room, { may, types = [] }]) {
  const reachable = [room, ...may, ...types];
  const rules = [
    {
      name: `arrow-${room}`,
      severity: "error",
      comment: `${room} may import ${may.join(", ") || "no other room"}${types.length > 0 ? `; of ${types.join(", ")} types only` : ""}.`,
      from: { path: inRoom([room]), pathNot: tests },
      to: { path: "^src/", pathNot: inRoom(reachable) },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `types-only-${room}`,
      severity: "error",
      comment: `Of ${types.join(", ")} ${room} may import types only: use "import type".`,
      from: { path: inRoom([room]), pathNot: tests },
      to: { path: inRoom(types), dependencyTypesNot: ["type-only"] },
    });
  }
  return rules;
}

module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(arrowsOf),
    {
      name: "known-room",
      severity: "error",
      comment: "Every folder of src/ is a room with its own arrows in this file.",
      from: { path: "^src/", pathNot: inRoom(allRooms) },
      to: {},
    },
    {
      name: "public-face",
      severity: "error",
      comment: "A room is seen through its index.ts only.",
      from: { path: "^src/([^/]+)/", pathNot: implementers },
      to: { path: "^src/", pathNot: ["^src/$1/", ...faces] },
    },
    {
      name: "public-face",
      severity: "error",
      comment:
        "A room is seen through its index.ts only; who implements a port may also name the file that declares it, for types.",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/", pathNot: ["^src/$1/", ...faces], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-rooms",
      severity: "error",
      comment: "kernel and law run in a browser: no module of Node and no package.",
      from: { path: inRoom(["kernel", "law"]), pathNot: [tests, ...nodeOnly] },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer", "npm-bundled", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "pure-rooms-stay-pure",
      severity: "error",
      comment: "The faces of kernel and law cannot reach a file that runs in Node only.",
      from: { path: "^src/(kernel|law)/", pathNot: [tests, ...nodeOnly] },
      to: { path: nodeOnly },
    },
    {
      name: "no-cycle",
      severity: "error",
      comment: "No file can need itself through others; types may.",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "test-support",
      severity: "error",
      comment: "The product cannot use what is made for tests.",
      from: { path: "^src/", pathNot: tests },
      to: { path: `^src/.*(${tests})` },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "An import must lead to a file or an installed package.",
      from: { path: "^src/" },
      to: { couldNotResolve: true, pathNot: "^bundled-law$" },
    },
    {
      name: "installed-for-use",
      severity: "error",
      comment: "The product cannot use a package that is installed for development only.",
      from: { path: "^src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
