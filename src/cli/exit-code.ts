// How a command ends, for scripts that call it.
export const ExitCode = {
  ok: 0,
  /** The command ran and found something wrong, in its input or in the records, and says so. */
  badInput: 1,
  /** The command line itself cannot be understood. */
  usage: 2,
  /** Something of the system failed: database, port, files. */
  system: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
