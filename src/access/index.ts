// Public face of access: roles, the permission table, and who is logged in.

export { isFormKey, isOwnOrigin, ownPath } from "./form-key.ts";
export type { LoginAttempt, LoginProvider } from "./login-port.ts";
export { type Permission, permissions, permissionTable, publicPermissions, type Reach, reachOf } from "./permissions.ts";
export { type Capacity, type Principal, principalFromClaims, type RoleInContext } from "./principal.ts";
export { RateLimiter } from "./rate-limiter.ts";
export { isRole, type Role, roles, roleTitles } from "./roles.ts";
export {
  type Asker,
  allow,
  type DeclaredRoute,
  declaredRoutes,
  enforceAccess,
  type RouteAccess,
  type Verdict,
} from "./routes.ts";
export type { LoggedInSession, PendingSession, SessionContent, SessionStore } from "./session-port.ts";
