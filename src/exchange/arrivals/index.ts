// Public face of files that arrive, inside this room.
export { diskArrivals } from "./arrivals.ts";
