// Progress on standard error: a bar for a person at a terminal, a line per tenth for a log.
import { SingleBar } from "cli-progress";
import type { Language } from "../kernel/index.ts";
import type { FillProgress } from "../main/index.ts";
import { type Io, printLine } from "./io.ts";
import { messages } from "./messages.ts";

export interface Progress {
  readonly onProgress: FillProgress;
  /** Leaves the terminal tidy, also after a failure. */
  end(): void;
}

export function fillProgress(io: Io, language: Language): Progress {
  const text = messages(language);
  return io.stderr.isTTY === true ? bar(io, text.filling, text.finishing, text.left) : tenths(io, text.filling, text.finishing);
}

function bar(io: Io, filling: string, finishing: string, left: string): Progress {
  const made = new SingleBar({
    format: `${filling} {bar} {percentage} % ${left} {eta_formatted}`,
    stream: io.stderr as NodeJS.WritableStream,
    hideCursor: true,
    etaBuffer: 20,
    barsize: 30,
  });
  let started = false;
  const end = () => {
    if (started) made.stop();
    started = false;
  };
  return {
    end,
    onProgress(phase, done, total) {
      if (phase === "finishing") {
        if (started) made.update(total);
        end();
        printLine(io.stderr, `${finishing} …`);
        return;
      }
      if (started) made.update(done);
      else made.start(total, done);
      started = true;
    },
  };
}

function tenths(io: Io, filling: string, finishing: string): Progress {
  let said = -1;
  return {
    end: () => {},
    onProgress(phase, done, total) {
      if (phase === "finishing") {
        printLine(io.stderr, `${finishing} …`);
        return;
      }
      const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
      if (tenth > said) printLine(io.stderr, `${filling}: ${tenth * 10} %`);
      said = Math.max(said, tenth);
    },
  };
}
