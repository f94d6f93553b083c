// The login provider behind its port: our OpenID Connect client, and the stand-in provider for demonstrations and tests.
export { type CompletedLogin, type LoginClient, type LoginSettings, loginClient, type PendingLogin } from "./login-client.ts";
export { type StandIn, type StandInAccount, type StandInOptions, startStandIn } from "./stand-in.ts";
