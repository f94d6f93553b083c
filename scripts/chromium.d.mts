// Types of chromium.mjs for the TypeScript files that use it.
export function findChromium(environment?: NodeJS.ProcessEnv, exists?: (path: string) => boolean): string | null;
export function obtainChromium(): string | null;
