// The module that the build of the library makes from the law's files.
declare module "bundled-law" {
  export const leanLaw: import("./loader/lean-law.ts").LeanLaw;
}
