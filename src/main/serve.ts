// Brings the pages and the API of a system onto a port.
import { join } from "node:path";
import { loadStylesheet } from "../web/index.ts";
import { createApp } from "./app.ts";
import { type Listening, listen } from "./listen.ts";
import type { System } from "./system.ts";

export interface Served extends Listening {
  /** Where a reader goes. */
  readonly url: string;
}

export async function serve(system: System, host: string, port: number): Promise<Served> {
  const stylesheet = loadStylesheet(join(system.dataFolder, "cache"));
  const listening = await listen(createApp({ system, stylesheet }), host, port);
  const name = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return { ...listening, url: `http://${name}:${listening.port}/` };
}
