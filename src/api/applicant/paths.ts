// Addresses of what applicants do through the API.
export const APPLICATIONS = "/api/v1/applications";
export const REGISTRATIONS = "/api/v1/registrations";
export const GRANTS = "/api/v1/grants";
