import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { packageRoot } from '../../harness/package-root.ts';

/** A command and what people call it. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

/** Runs steps one after the other and prints each when it has ended; gives the names of those that failed. */
export async function runLane(steps: readonly Step[]): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, command } of steps) {
    const start = performance.now();
    const { code, output } = await run(command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(
      `\n== ${name}: ${code === 0 ? 'passed' : 'failed'} (${seconds} s)\n${code === 0 ? '' : output}`,
    );
    if (code !== 0) failed.push(name);
  }
  return failed;
}

function run([program, ...args]: Step['command']): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: packageRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}
