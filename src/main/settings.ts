// What the process is told by its environment and its command line, checked once.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  type Cents,
  cents,
  fail,
  type Iban,
  localized,
  ok,
  type Problem,
  parseIban,
  problem,
  type Result,
} from "../kernel/index.ts";

/** Folder of the package: the place of `var/` unless said otherwise. */
export const PACKAGE_FOLDER = fileURLToPath(new URL("../..", import.meta.url));

export interface Settings {
  /** A PostgreSQL server; undefined: the embedded one under `dataFolder`. */
  readonly databaseUrl: string | undefined;
  /** A standby for questions that may lag, and how far behind it may be; undefined: none. Only beside `databaseUrl`. */
  readonly read: { readonly url: string; readonly mostLagSeconds: number } | undefined;
  /** Everything that lasts: database, keys, compiled stylesheet. */
  readonly dataFolder: string;
  readonly production: boolean;
  /** Asked for with `--demo`: synthetic data also where they do not come by themselves. */
  readonly demo: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** Requests a minute of one program, and of one address without a token. */
  readonly apiPerMinute: number;
  readonly apiPerAddress: number;
  /** Reverse proxies before this process that say where a request came from; 0: the address is the one that connects. */
  readonly proxies: number;
  /** A decision of the department that gives more than this over its term waits for a second person; null: none does. */
  readonly secondLookAbove: Cents | null;
  /** The address that visitors use, without path, when it is not the one listened on; https makes cookies secure. */
  readonly publicUrl: string | null;
  /** Where letters are handed over; null: not connected. */
  readonly mailboxes: { readonly eBox: MailboxAddress | null; readonly mail: MailboxAddress | null };
  /** The login provider (ACM/IDM); null: none is configured. */
  readonly login: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  /** What the program that gathers metrics shows; null: metrics are not given. */
  readonly metricsToken: string | null;
  /** Where traces go (OTLP over HTTP), and the share of our own that do; undefined: nowhere. */
  readonly traces: { readonly url: string; readonly share: number } | undefined;
  /** Alert rules in place of our own. */
  readonly alertsFile: string | undefined;
  /** Name and account that payments are made from; null: none is configured. */
  readonly payer: { readonly name: string; readonly account: Iban } | null;
}

interface MailboxAddress {
  readonly url: string;
  readonly token: string | null;
}

const mailboxUrl = z
  .string()
  .regex(/^https:\/\/[^\s?#]+[^/\s?#]$/, "https://name, without a slash at the end")
  .optional();

const environment = z.object({
  DATABASE_URL: z.string().optional(),
  MAATWERK_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, "the address of one PostgreSQL server")
    .optional(),
  MAATWERK_READ_LAG_SECONDS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "a number of seconds from 1 to 9999")
    .optional(),
  MAATWERK_DATA: z.string().optional(),
  NODE_ENV: z.string().optional(),
  HOST: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "a number from 0 to 65535")
    .optional(),
  MAATWERK_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s?#]+$/, "https://name, without path")
    .optional(),
  MAATWERK_OIDC_ISSUER: z.string().url("an address").optional(),
  MAATWERK_OIDC_CLIENT_ID: z.string().optional(),
  MAATWERK_OIDC_CLIENT_SECRET: z.string().optional(),
  MAATWERK_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  MAATWERK_METRICS_TOKEN: z.string().min(16, "16 characters or more").optional(),
  MAATWERK_METRICS_TOKEN_FILE: z.string().optional(),
  MAATWERK_TRACES_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, "the address of a collector, such as http://127.0.0.1:4318/v1/traces")
    .optional(),
  MAATWERK_TRACES_PERCENT: z
    .string()
    .regex(/^(100|\d{1,2})$/, "a number from 0 to 100")
    .optional(),
  MAATWERK_ALERTS_FILE: z.string().optional(),
  MAATWERK_API_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, "a number of requests")
    .optional(),
  MAATWERK_API_PER_ADDRESS: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, "a number of requests")
    .optional(),
  MAATWERK_PROXIES: z.string().regex(/^\d$/, "a number from 0 to 9").optional(),
  MAATWERK_SECOND_LOOK_ABOVE: z
    .string()
    .regex(/^(never|\d{1,9}(\.\d{2})?)$/, "an amount in euro such as 50000.00, or never")
    .optional(),
  MAATWERK_EBOX_URL: mailboxUrl,
  MAATWERK_EBOX_TOKEN: z.string().optional(),
  MAATWERK_MAIL_URL: mailboxUrl,
  MAATWERK_MAIL_TOKEN: z.string().optional(),
  MAATWERK_PAYER_NAME: z.string().max(70, "70 characters or less").optional(),
  MAATWERK_PAYER_IBAN: z
    .string()
    .refine((text) => parseIban(text).ok, "an IBAN")
    .optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).optional(),
});

export interface Overrides {
  readonly demo?: boolean | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly dataFolder?: string | undefined;
  readonly logLevel?: Settings["logLevel"] | undefined;
}

const filled = (text: string | undefined) => (text === undefined || text === "" ? undefined : text);

/** Reads the environment; the command line goes first. Every wrong variable is named. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  given: Overrides = {},
): Result<Settings, Problem[]> {
  const known = Object.fromEntries(Object.keys(environment.shape).map((name) => [name, filled(env[name])]));
  const read = environment.safeParse(known);
  if (!read.success) {
    return fail(read.error.issues.map((issue) => wrongVariable(String(issue.path[0]), issue.message)));
  }
  const { data } = read;
  const port = given.port ?? Number(data.PORT ?? "3000");
  if (port > 65_535) return fail([wrongVariable("PORT", "a number from 0 to 65535")]);
  const login = readLogin(data);
  if (!login.ok) return login;
  if (data.MAATWERK_READ_URL !== undefined && data.DATABASE_URL === undefined)
    return fail([
      wrongVariable("MAATWERK_READ_URL", "nothing, because DATABASE_URL is not given: the embedded server has no standby"),
    ]);
  const metricsToken = secretText(data.MAATWERK_METRICS_TOKEN, data.MAATWERK_METRICS_TOKEN_FILE);
  if (metricsToken === "unreadable") return fail([wrongVariable("MAATWERK_METRICS_TOKEN_FILE", "a file that can be read")]);
  const payer = readPayer(data);
  if (!payer.ok) return payer;
  return ok({
    payer: payer.value,
    publicUrl: data.MAATWERK_PUBLIC_URL ?? null,
    login: login.value,
    mailboxes: {
      eBox: mailbox(data.MAATWERK_EBOX_URL, data.MAATWERK_EBOX_TOKEN),
      mail: mailbox(data.MAATWERK_MAIL_URL, data.MAATWERK_MAIL_TOKEN),
    },
    metricsToken,
    traces:
      data.MAATWERK_TRACES_URL === undefined
        ? undefined
        : { url: data.MAATWERK_TRACES_URL, share: Number(data.MAATWERK_TRACES_PERCENT ?? "100") / 100 },
    alertsFile: data.MAATWERK_ALERTS_FILE,
    databaseUrl: data.DATABASE_URL,
    read:
      data.MAATWERK_READ_URL === undefined
        ? undefined
        : { url: data.MAATWERK_READ_URL, mostLagSeconds: Number(data.MAATWERK_READ_LAG_SECONDS ?? "10") },
    dataFolder: given.dataFolder ?? data.MAATWERK_DATA ?? `${PACKAGE_FOLDER}var`,
    production: data.NODE_ENV === "production",
    demo: given.demo ?? false,
    host: given.host ?? data.HOST ?? "127.0.0.1",
    port,
    apiPerMinute: Number(data.MAATWERK_API_PER_MINUTE ?? "600"),
    apiPerAddress: Number(data.MAATWERK_API_PER_ADDRESS ?? "600"),
    proxies: Number(data.MAATWERK_PROXIES ?? "0"),
    secondLookAbove: secondLook(data.MAATWERK_SECOND_LOOK_ABOVE),
    logLevel: given.logLevel ?? data.LOG_LEVEL ?? "warn",
  });
}

/** How the department works, not a legal value. */
const SECOND_LOOK_ABOVE = cents(50_000_00);

function secondLook(text: string | undefined): Cents | null {
  if (text === undefined) return SECOND_LOOK_ABOVE;
  return text === "never" ? null : cents(Math.round(Number(text.replace(".", "")) * (text.includes(".") ? 1 : 100)));
}

const mailbox = (url: string | undefined, token: string | undefined) =>
  url === undefined ? null : { url, token: token ?? null };

/** All three or none. The secret itself, or the file that holds it. */
function readLogin(data: z.infer<typeof environment>): Result<Settings["login"], Problem[]> {
  const { MAATWERK_OIDC_ISSUER: issuer, MAATWERK_OIDC_CLIENT_ID: clientId, MAATWERK_OIDC_CLIENT_SECRET_FILE: file } = data;
  if (issuer === undefined) return ok(null);
  if (clientId === undefined)
    return fail([wrongVariable("MAATWERK_OIDC_CLIENT_ID", "text, because MAATWERK_OIDC_ISSUER is given")]);
  const clientSecret = secretText(data.MAATWERK_OIDC_CLIENT_SECRET, file);
  if (clientSecret === "unreadable") return fail([wrongVariable("MAATWERK_OIDC_CLIENT_SECRET_FILE", "a file that can be read")]);
  if (clientSecret === null || clientSecret === "")
    return fail([wrongVariable("MAATWERK_OIDC_CLIENT_SECRET", "text, or MAATWERK_OIDC_CLIENT_SECRET_FILE")]);
  return ok({ issuer, clientId, clientSecret });
}

/** Both or none. */
function readPayer(data: z.infer<typeof environment>): Result<Settings["payer"], Problem[]> {
  const { MAATWERK_PAYER_NAME: name, MAATWERK_PAYER_IBAN: iban } = data;
  if (name === undefined && iban === undefined) return ok(null);
  if (name === undefined) return fail([wrongVariable("MAATWERK_PAYER_NAME", "text, because MAATWERK_PAYER_IBAN is given")]);
  const account = parseIban(iban ?? "");
  return account.ok
    ? ok({ name, account: account.value })
    : fail([wrongVariable("MAATWERK_PAYER_IBAN", "an IBAN, because MAATWERK_PAYER_NAME is given")]);
}

/** The secret itself, else the content of the file that holds it, else null. */
function secretText(direct: string | undefined, file: string | undefined): string | null | "unreadable" {
  if (direct !== undefined || file === undefined) return direct ?? null;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "unreadable";
  }
}

function wrongVariable(name: string, expected: string): Problem {
  return problem(
    "settings.variable",
    localized(
      `De omgevingsvariabele ${name} heeft een waarde die niet kan; verwacht: ${expected}`,
      `The environment variable ${name} has a value that cannot be used; expected: ${expected}`,
      `La variable d'environnement ${name} a une valeur inutilisable ; attendu : ${expected}`,
    ),
    name,
    expected,
  );
}
