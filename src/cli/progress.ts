/**
 * Shows how far long work has come: a bar on a terminal, a line an item elsewhere. Writes to
 * standard error only.
 */
export type Progress = {
  /** Told after each item, with what became of it. */
  step(done: number, total: number, line: string): void;
  end(): void;
};

const WIDTH = 30;

/** `now` gives milliseconds; the time left is reckoned from the items done so far. */
export function createProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  const started = now();
  if (!stream.isTTY)
    return { step: (_done, _total, line) => stream.write(`${line}\n`), end: () => undefined };
  const show = (text: string): void => {
    stream.cursorTo(0);
    stream.clearLine(0);
    stream.write(text.slice(0, Math.max(0, stream.columns - 1)));
  };
  return {
    step: (done, total) => {
      const left = ((now() - started) / done) * (total - done);
      const filled = Math.round((WIDTH * done) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      show(`${bar} ${done} of ${total}${done < total ? `, ${timeLeft(left)} left` : ''}`);
    },
    end: () => show(''),
  };
}

/** "1 min 5 s" */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
