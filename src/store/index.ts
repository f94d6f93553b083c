// Public face of the store: PostgreSQL behind the ports that other rooms declare.
export { type Client, type Pool, type Queryable, transaction } from "./connection.ts";
export { type Database, type OpenOptions, openDatabase } from "./database.ts";
