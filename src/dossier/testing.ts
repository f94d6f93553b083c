// For tests in any room: persons, firms, applications and findings with everything filled in.
export * from "./testing/builders.ts";
export * from "./testing/granted.ts";
