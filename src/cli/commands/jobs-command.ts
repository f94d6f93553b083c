// `maatwerk jobs`: what waits in the queues, and trying again what was given up.
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { withSystemOptions } from "../open-system.ts";
import { type OperatorFlags, operatorOf } from "../operator.ts";
import { operatorMessages } from "../operator-messages.ts";
import type { Ending } from "../program.ts";

export function addJobs(program: Command, io: Io, end: Ending): void {
  const jobs = program
    .command("jobs")
    .summary("the work that follows: look, and try again")
    .description("Queues of work that follows from what is recorded.");

  withSystemOptions(jobs.command("list"))
    .summary("how much waits and how much was given up, by queue")
    .option("--json", "print the queues as JSON")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags>();
      const { operator, language } = await operatorOf(flags, io);
      const queues = await operator.queues();
      if (flags.json === true) printLine(io.stdout, JSON.stringify(queues));
      else
        for (const one of queues)
          printLine(io.stdout, operatorMessages(language).queue(one.queue, one.waiting, one.givenUp, one.oldestDue));
      end(ExitCode.ok);
    });

  withSystemOptions(jobs.command("retry"))
    .summary("try again what was given up")
    .argument("[queue]", "of this queue only")
    .option("--json", "print the number as JSON")
    .action(async (queue: string | undefined, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags>();
      const { operator, language } = await operatorOf(flags, io);
      const retried = await operator.retryJobs(queue ?? null);
      printLine(io.stdout, flags.json === true ? JSON.stringify({ retried }) : operatorMessages(language).retried(retried));
      end(ExitCode.ok);
    });
}
