// Entry of the gate's thread: the sources are TypeScript, so the thread registers the loader first, as the command itself does.
import { register } from "tsx/esm/api";

register();
await import("./gate-work.ts");
