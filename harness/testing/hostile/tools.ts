import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { BuiltCommand } from '../../app/cli/testing/built-command.ts';
import { call } from '../../app/cli/testing/io.ts';
import type { Called } from '../../app/cli/testing/io.ts';
import { packageRoot } from '../../package-root.ts';
import { user } from './canary.ts';
import { drive } from './drive.ts';
import type { Tool } from './scene.ts';

/** The tool in this process. */
export const ownTool: Tool = { run: (args) => call(args), enroll: drive };

/** The built command. It drives what two checks need, and so what an enrollment of the tool in this process shows of a target. */
export function builtTool({ file }: BuiltCommand): Tool {
  const run = async (args: readonly string[]): Promise<Called> => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: packageRoot,
      env: { ...process.env, MDE_PASSWORD: user.password, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 50_000,
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode ?? -1, out, err };
  };
  return {
    run,
    enroll: async ({ url, ca, timeout }, out, lay) => {
      const trust = ['--ca', await lay('ca.pem', ca)];
      const plan = [
        '--check',
        'discovery/answer,transport/secure-redirect',
        '--timeout',
        String(timeout),
        '--out',
        out,
      ];
      return await run(['run', url, '--email', user.email, ...trust, ...plan]);
    },
  };
}
