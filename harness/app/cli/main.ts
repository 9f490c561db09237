import { Command, CommanderError, Option } from 'commander';
import { packageVersion } from '../../package-root.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import { exitCodes } from '../../engine/verdict/verdict.ts';
import { collect } from './collect.ts';
import type { Io } from './io.ts';
import { exitCodeFor, messageOf } from './failures.ts';
import { safeIo } from './terminal-text.ts';
import { renderers } from '../../../reports/index.ts';
import { oneLine } from '../../../reports/text/printable.ts';
import type { AuditOptions } from './commands/audit.ts';
import type { ChainOptions } from './commands/chain.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { IssuerOptions } from './commands/issuer.ts';
import type { ListOptions } from './commands/list.ts';
import type { RunOptions } from './commands/run.ts';
import type { ValidateOptions } from './commands/validate.ts';
import { addBundles, signing } from './bundle-commands.ts';
import { gated, withModules } from './gate-options.ts';
import { addLink } from './link-command.ts';
import { addTargetCommands, calledBack, targeting } from './target-commands.ts';
import { addServe } from './serving/serve-command.ts';

/**
 * Runs one command line and returns its exit code; each command's code is loaded when it is called. `scenarios` are those that `run`
 * drives in place of all.
 */
export async function main(args: readonly string[], unsafeIo: Io, scenarios?: readonly Scenario[]): Promise<number> {
  const io = safeIo(unsafeIo);
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
        const lines = text.trimEnd().split(/\n(?=\(Did you mean )/);
        write(
          `${lines
            .map(oneLine)
            .join('\n')
            .replace(/^error:/, 'mde-conformance:')
            .replace(
              /'--(?:password|token)'/,
              '$&; a secret never stands on the command line: set MDE_PASSWORD or MDE_TOKEN, or name a file',
            )}\n`,
        );
      },
    });

  calledBack(
    targeting(
      judging(
        program
          .command('run [target]')
          .description(
            'enroll simulated devices at a server and judge its answers; without a target, test the embedded reference server',
          ),
      ),
    ),
  )
    .option('--time-limit <minutes>', 'time limit of the whole run, which is then judged as far as it came', '15')
    .option('--seed <text>', 'seed of device ids and names (default: random)')
    .option(
      '--effects <list>',
      'what the run may do on the server, from read,enroll,renew,unenroll; default: without unenroll, but for the embedded server all',
    )
    .option(
      '--concurrency <number>',
      'how many scenarios run at the same time, 1 to 16; the judgements stay the same',
      '4',
    )
    .option('--profile <id>', 'the client that the devices are, P1 to P7: P1 is Windows 10, P7 Windows 11 25H2', 'P1')
    .option(
      '--rate <number>',
      'requests a minute at most, 1 to 6000, for a server with a limit; the run also waits where Retry-After asks for it',
    )
    .option(
      '--undo <folder>',
      'undo the states of the server that a killed run left in force; its reports went to <folder>',
    )
    .option(
      '--shard <i/n>',
      'drive one of n parts of the run, such as 2/3, which "merge" joins; all parts need one --seed and MDE_SHARD_KEY (docs/shards.md)',
    )
    .option('--plan', 'print the scenarios and the devices that would enroll, and send nothing')
    .action((target: string | undefined, options: RunOptions) =>
      done(import('./commands/run.ts').then(({ run }) => run(target, options, io, scenarios))),
    );

  judging(
    program
      .command('audit <har...>')
      .description(
        'judge recorded sessions without network access: any HAR 1.2, a Fiddler archive (.saz), or the messages that a SyncML viewer saves',
      ),
  )
    .option('--device-trust <pem>', 'PEM file of the roots that a device trusts before it enrolls')
    .option(
      '--log <file...>',
      'exported logs of the device that was recorded, as "explain --log" takes them: both come on one time line, and the first line says why the device did not get in',
    )
    .action((files: string[], options: AuditOptions) =>
      done(import('./commands/audit.ts').then(({ audit }) => audit(files, options, io))),
    );

  addTargetCommands(program, io, done);

  addBundles(program, io, done, formats);

  addServe(program, (options) => done(import('./commands/serve.ts').then(({ serve }) => serve(options, io))));

  program
    .command('validate <file>')
    .description('validate one message or provisioning document against its schema')
    .option('--type <type>', `message type (default: detected): ${messageTypes.join(', ')}`)
    .option('--json', 'print one JSON document')
    .action((file: string, options: ValidateOptions) =>
      done(import('./commands/validate.ts').then(({ validate }) => validate(file, options, io))),
    );

  program
    .command('chain <file>')
    .description(
      'validate a certification path by RFC 5280: of the first certificate of a PEM file (the others are intermediates), or of a provisioning document',
    )
    .option(
      '--trust <pem>',
      'trusted certificates (default: those under Root of the provisioning document)',
      collect,
      [],
    )
    .option('--intermediates <pem>', 'intermediate certificates, in any order', collect, [])
    .addOption(
      new Option(
        '--purpose <side>',
        'what the leaf is used for (default: client for a provisioning document or a leaf that is for TLS clients, else none is judged)',
      ).choices(['client', 'server']),
    )
    .option('--at <time>', 'the time to judge at, such as 2026-03-01T12:00:00Z (default: now)')
    .option('--name <kind:value>', 'a name that the leaf must have: dns:N, ip:A or email:E', collect, [])
    .option('--max-depth <number>', 'how many intermediates the path may have; self-issued ones do not count')
    .option('--json', 'print one JSON document')
    .action((file: string, options: ChainOptions) =>
      done(import('./commands/chain.ts').then(({ chain }) => chain(file, options, io))),
    );

  addLink(program, (options) => done(import('./commands/link.ts').then(({ link }) => link(options, io))));

  program
    .command('issuer <target>')
    .description('print what a server has to be told to trust the issuer of Entra tokens that a target file names')
    .option('--target <name>', 'which target of a file that describes several')
    .option('--json', 'print one line of JSON, which "serve --entra-issuer" reads')
    .action((target: string, options: IssuerOptions) =>
      done(import('./commands/issuer.ts').then(({ issuer }) => issuer(target, options, io))),
    );

  withModules(program.command('list <what>'))
    .description('list checks, requirements, scenarios or faults')
    .option('--phase <phase>', 'list only this phase')
    .option('--json', 'print one JSON document')
    .action((what: string, options: ListOptions) =>
      done(import('./commands/list.ts').then(({ list }) => list(what, options, io))),
    );

  withModules(program.command('explain [term...]'))
    .description(
      'explain a check, a requirement, an error code of Windows as it was pasted, an HTTP status, a constant, a subcode, an ErrorType, an event such as "event 52", what happens on the device, such as domain-join, or a deep link (ms-device-enrollment:) in quotes',
    )
    .option('--topics', 'list what it knows of the device (so does explain without a term)')
    .option(
      '--log <file...>',
      'explain exported logs of a device, in place of a term: event XML, CSV, JSON or text, MDMDiagReport, a zip or a folder of them; docs/logs.md tells how to export them',
    )
    .option('--json', 'print one JSON document')
    .action((words: string[], options: ExplainOptions) =>
      done(import('./commands/explain.ts').then(({ explain }) => explain(words, options, io))),
    );

  return program;
}

const formats = Object.keys(renderers).join(', ');

/** Written out, because the catalogue and the schemas take long to load; a test compares. */
const phases = [
  'transport',
  'envelope',
  'discovery',
  'authentication',
  'policy',
  'enrollment',
  'provisioning',
  'certificates',
  'faults',
  'renewal',
  'management',
  'robustness',
  'deep-link',
];
const messageTypes = [
  'discover',
  'discover-response',
  'get-policies',
  'get-policies-response',
  'request-security-token',
  'request-security-token-response-collection',
  'fault',
  'provisioning-document',
  'syncml',
];

/** What `run` and `audit` share. */
function judging(command: Command): Command {
  return withModules(gated(command))
    .option('--out <folder>', 'output folder of the reports', 'conformance-report')
    .option('--format <list>', `report formats (comma separated): ${formats}`, 'html,junit')
    .option('--suite <phases>', `only these phases (comma separated; * stands for any letters): ${phases.join(', ')}`)
    .option(
      '--check <ids>',
      'only these checks (comma separated; * stands for any letters, as in \'renewal/*\'); "list checks" shows them',
    )
    .option('--sign <key>', signing)
    .option('--history <folder>', 'folder that keeps the results of each run, and shows their trend')
    .option('--verbose', 'print everything, not only what fits into 40 lines')
    .option('--json', 'print only the results document on standard output');
}
