/** Tells how far a long work is. */
export interface Progress {
  /** One more is done; `isKept` where it was known from before. */
  step(isKept: boolean): void;
  end(): void;
}

/** Where it is told: on a terminal one line that is redrawn, elsewhere ten lines. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const lines = 10;

/** Counts to `total`. */
export function createProgress(what: string, total: number, stream: ProgressStream): Progress {
  let done = 0;
  let kept = 0;
  const startedAt = performance.now();
  const state = (): string => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    return `${what} ${done}/${total}${kept === 0 ? '' : `, ${kept} of them unchanged`} (${seconds} s)`;
  };
  return {
    step(isKept) {
      done += 1;
      if (isKept) kept += 1;
      if (stream.isTTY === true) stream.write(`\r\u001B[2K${state()}`);
      else if (Math.floor((done * lines) / total) > Math.floor(((done - 1) * lines) / total))
        stream.write(`${state()}\n`);
    },
    end() {
      if (stream.isTTY === true) stream.write('\n');
    },
  };
}
