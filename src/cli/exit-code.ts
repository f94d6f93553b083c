// How a command ends, for scripts that call it.
export const ExitCode = {
  ok: 0,
  /** The command ran; some of its input was bad and says so. */
  badInput: 1,
  /** The command line itself cannot be understood. */
  usage: 2,
  /** Something of the system failed: database, port, files. */
  system: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
