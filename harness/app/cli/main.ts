import { Command, CommanderError, Option } from 'commander';
import { packageVersion } from '../../package-root.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import { exitCodes } from '../../engine/verdict/verdict.ts';
import type { Io } from './io.ts';
import { exitCodeFor, messageOf } from './failures.ts';
import type { AuditOptions } from './commands/audit.ts';
import type { ChainOptions } from './commands/chain.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { ListOptions } from './commands/list.ts';
import type { RunOptions } from './commands/run.ts';
import type { ServeOptions } from './commands/serve.ts';
import type { ValidateOptions } from './commands/validate.ts';

/**
 * Runs one command line and returns its exit code; each command's code is loaded when it is called. `scenarios` are those that `run`
 * drives in place of all.
 */
export async function main(args: readonly string[], io: Io, scenarios?: readonly Scenario[]): Promise<number> {
  let code = 0;
  const done = async (work: Promise<number>): Promise<void> => {
    code = await work;
  };
  const program = createProgram(io, done, scenarios);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    io.err(`mde-conformance: ${messageOf(error)}\n`);
    return exitCodeFor(error);
  }
}

type Done = (work: Promise<number>) => Promise<void>;

function createProgram(io: Io, done: Done, scenarios?: readonly Scenario[]): Command {
  const program = new Command('mde-conformance')
    .description('Conformance suite for Windows MDM enrollment servers (MS-MDE2, MS-XCEP, MS-WSTEP)')
    .version(packageVersion)
    .exitOverride()
    .showHelpAfterError('(--help shows what is allowed)')
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => {
        write(text.replace(/^error:/, 'mde-conformance:'));
      },
    });

  judging(
    program
      .command('run [target]')
      .description(
        'enroll simulated devices at a server and judge what it answered; without a target, the embedded reference server',
      ),
  )
    .option('-c, --config <file>', 'target file (YAML or JSON)')
    .addOption(new Option('--auth <method>', 'offer this method only').choices(['on-premise']))
    .option('--email <address>', 'the user that enrolls; the password comes from MDE_PASSWORD or --password-file')
    .option('--password-file <file>', 'file that holds the password')
    .option('--ca <pem>', 'roots that TLS trusts instead of the usual ones (a bundle is allowed)')
    .option('--device-trust <pem>', 'roots that a device has before it enrolls')
    .option('--tls-report-only', 'go on where TLS does not validate; the finding stands')
    .option('--timeout <seconds>', 'how long one exchange may take', '30')
    .option('--seed <text>', 'seed of device ids and names; left out, random')
    .option(
      '--effects <list>',
      'what devices may leave behind: read, read,enroll, or read,enroll,renew',
      'read,enroll,renew',
    )
    .option('--concurrency <number>', 'scenarios driven side by side, 1 to 16; changes no judgement', '4')
    .option(
      '--callback-url <url>',
      'where the target reaches this machine, to see what it fetches; on loopback not needed',
    )
    .option('--callback-port <number>', 'port to listen on where something forwards --callback-url')
    .option('--plan', 'print what would be sent and which devices would enroll, and send nothing')
    .action((target: string | undefined, options: RunOptions) =>
      done(import('./commands/run.ts').then(({ run }) => run(target, options, io, scenarios))),
    );

  judging(
    program
      .command('audit <har...>')
      .description(
        'judge recorded sessions: any HAR 1.2, ours or from Fiddler, mitmproxy, a browser; no network is touched',
      ),
  ).action((files: string[], options: AuditOptions) =>
    done(import('./commands/audit.ts').then(({ audit }) => audit(files, options, io))),
  );

  program
    .command('serve')
    .description('serve the reference server over HTTPS on loopback, for people who write clients')
    .option('--port <number>', 'port; 0 takes a free one', '0')
    .option('--plain-port <number>', 'serve plain HTTP too, which only redirects; 0 takes a free port')
    .addOption(
      new Option('--auth <method>', 'authentication that it offers').choices(['on-premise']).default('on-premise'),
    )
    .option('--defect <check-id[:n]>', 'be wrong in the way that this check must fail on', collect, [])
    .option(
      '--fault <name>',
      'refuse each valid request for policies, a certificate or its renewal with this subcode or ErrorType',
    )
    .option('--ca-out <file>', 'write the root that clients must trust')
    .option('--json', 'print one line of JSON once it listens')
    .action((options: ServeOptions) => done(import('./commands/serve.ts').then(({ serve }) => serve(options, io))));

  program
    .command('validate <file>')
    .description('validate one message or provisioning document against its schema')
    .option('--type <type>', 'message type; detected when left out')
    .option('--json', 'print one JSON document')
    .action((file: string, options: ValidateOptions) =>
      done(import('./commands/validate.ts').then(({ validate }) => validate(file, options, io))),
    );

  program
    .command('chain <file>')
    .description(
      'validate the certification path of a leaf (PEM; what follows it counts as intermediates) or of a provisioning document, by RFC 5280',
    )
    .option(
      '--trust <pem>',
      'trusted certificates; left out, those under Root of the provisioning document',
      collect,
      [],
    )
    .option('--intermediates <pem>', 'certificates between, in any order', collect, [])
    .addOption(
      new Option('--purpose <side>', 'what the leaf is for; left out, a provisioning document is for a client').choices(
        ['client', 'server'],
      ),
    )
    .option('--at <time>', 'the instant to judge at, such as 2026-03-01T12:00:00Z; left out, now')
    .option('--name <kind:value>', 'a name that the leaf must have: dns:N, ip:A or email:E', collect, [])
    .option('--max-depth <number>', 'how many intermediates may stand between; self-issued ones do not count')
    .option('--json', 'print one JSON document')
    .action((file: string, options: ChainOptions) =>
      done(import('./commands/chain.ts').then(({ chain }) => chain(file, options, io))),
    );

  program
    .command('list <what>')
    .description('list checks, requirements, scenarios or faults')
    .option('--phase <phase>', 'only those of this phase')
    .option('--json', 'print one JSON document')
    .action((what: string, options: ListOptions) =>
      done(import('./commands/list.ts').then(({ list }) => list(what, options, io))),
    );

  program
    .command('explain <term>')
    .description('explain a check, a requirement, an HRESULT, a subcode, an ErrorType or an MENROLL_E_ name')
    .option('--json', 'print one JSON document')
    .action((term: string, options: ExplainOptions) =>
      done(import('./commands/explain.ts').then(({ explain }) => explain(term, options, io))),
    );

  return program;
}

/** What `run` and `audit` share. */
function judging(command: Command): Command {
  return command
    .option('--out <folder>', 'where the reports go', 'conformance-report')
    .option('--format <list>', 'report formats: html, junit, json', 'html,junit')
    .option('--suite <phases>', 'judge only these phases (comma separated)')
    .option('--check <ids>', 'judge only these checks (comma separated)')
    .option('--json', 'print the results document on standard output, and nothing else');
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
