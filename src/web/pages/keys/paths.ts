// Where somebody makes keys for programs of their own.
export const PROGRAM_KEYS_PATH = "/mijn/programma";
