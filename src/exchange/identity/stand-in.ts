// A stand-in for the government's login (ACM/IDM): a real OpenID Connect provider on this machine with ready-made synthetic accounts.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration, Provider } from "oidc-provider";
import { choicePage, logoutPage } from "./stand-in-page.ts";

/** Someone who can log in here. `claims` are what the real provider would say of them. */
export interface StandInAccount {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface StandInOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Asked at each login, so that accounts made after the start can log in too. */
  readonly accounts: () => Promise<readonly StandInAccount[]>;
  readonly client: {
    readonly id: string;
    readonly secret: string;
    readonly redirectUris: readonly string[];
    readonly afterLogout: readonly string[];
  };
}

export interface StandIn {
  readonly issuer: string;
  close(): Promise<void>;
}

/** Listens on loopback only. Sessions and codes live in memory: a restart logs everybody out. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = await quietly(async () => {
    // Large, and wanted only here: a command that does not serve pages never loads it.
    const { Provider } = await import("oidc-provider");
    return new Provider(issuer, configuration(options));
  });
  const handle = provider.callback();
  server.on("request", (request, response) => {
    interaction(provider, options, request, response)
      .then((done) => (done ? undefined : handle(request, response)))
      .catch((error: unknown) => fail(response, error));
  });
  return { issuer, close: () => close(server) };
}

/** Without the library's advice for providers that are meant to last, which would alarm whoever starts a demonstration. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes("oidc-provider WARNING")) warn(...said);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

function configuration(options: StandInOptions): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: options.client.id,
        client_secret: options.client.secret,
        redirect_uris: [...options.client.redirectUris],
        post_logout_redirect_uris: [...options.client.afterLogout],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: {
      openid: ["sub"],
      profile: ["given_name", "family_name"],
      rrn: ["rrn"],
      vo: ["vo_id", "vo_doelgroepcode", "vo_doelgroepnaam", "vo_orgcode", "vo_orgnaam"],
      maatwerk_rol_3d: ["maatwerk_rol_3d"],
    },
    scopes: ["openid", "profile", "rrn", "vo", "maatwerk_rol_3d"],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = logoutPage(form);
        },
      },
    },
    interactions: { url: (_context, interaction) => `/choose/${interaction.uid}` },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "stand-in" }] } as NonNullable<
      Configuration["jwks"]
    >,
    findAccount: async (_context, id) => {
      const account = (await options.accounts()).find((a) => a.id === id);
      return account === undefined ? undefined : { accountId: id, claims: async () => ({ ...account.claims, sub: id }) };
    },
    // There is one client, ours, and nothing to consent to: every scope it asks is granted.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId as string,
        accountId: context.oidc.session?.accountId as string,
      });
      grant.addOIDCScope("openid profile rrn vo maatwerk_rol_3d");
      await grant.save();
      return grant;
    },
    ttl: { Session: 8 * 3600, Interaction: 3600, Grant: 8 * 3600, IdToken: 3600, AccessToken: 3600 },
  };
}

/** Shows the page of accounts, and finishes the login with the chosen one. False: not one of its pages. */
async function interaction(
  provider: Provider,
  options: StandInOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const match = /^\/choose\/([\w-]+)$/.exec(request.url ?? "");
  if (match === null) return false;
  const accounts = await options.accounts();
  if (request.method === "POST") {
    const chosen = new URLSearchParams(await body(request)).get("account");
    const account = accounts.find((a) => a.id === chosen);
    if (account !== undefined) {
      await provider.interactionFinished(
        request,
        response,
        { login: { accountId: account.id } },
        { mergeWithLastSubmission: false },
      );
      return true;
    }
  }
  await provider.interactionDetails(request, response);
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(choicePage(accounts, match[1] as string));
  return true;
}

async function body(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 4096) throw new Error("The form is too long");
  }
  return text;
}

function fail(response: ServerResponse, error: unknown): void {
  if (!response.headersSent) response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
  response.end(
    `Deze aanmelding is verlopen of al gebruikt. Begin opnieuw.\n(${error instanceof Error ? error.message : "onbekende fout"})\n`,
  );
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
