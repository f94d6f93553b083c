// Addresses of the department's API.
const DEPARTMENT = "/api/v1/department";
export const WORK_LIST = `${DEPARTMENT}/work-list`;
export const SEARCH = `${DEPARTMENT}/search`;
export const FILE = `${DEPARTMENT}/files/:file`;
