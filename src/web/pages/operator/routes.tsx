// The operator's pages.
import type { Watch } from "../../../main/index.ts";
import type { Door } from "../../door.tsx";
import { StatusPage } from "./status-page.tsx";

export const OPERATOR_PATH = "/beheer";

export function operatorRoutes(door: Door, watch: Watch): void {
  door.page(OPERATOR_PATH, "system.status", async (page) => <StatusPage page={page} status={await watch.status()} />);
}
