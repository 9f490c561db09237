import { Option, type Command } from 'commander';
import { authMethods } from '../../device/target/auth-method.ts';
import type { Io } from './io.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import type { InitOptions } from './commands/init.ts';

type Done = (work: Promise<number>) => Promise<void>;

/** Adds the options by which `run` and `doctor` know their target. */
export function targeting(command: Command): Command {
  return command
    .option('-c, --config <file>', 'target file (YAML or JSON)')
    .option('--target <name>', 'which target of a file that describes several')
    .addOption(
      new Option('--auth <method>', 'let the devices offer this authentication method only').choices(authMethods),
    )
    .option('--email <address>', 'the user who enrolls; the password comes from MDE_PASSWORD or --password-file')
    .option('--password-file <file>', 'file that holds the password')
    .option('--ca <pem>', 'PEM file of the roots that TLS trusts instead of the usual ones')
    .option('--device-trust <pem>', 'PEM file of the roots that a device trusts before it enrolls')
    .option('--tls-report-only', 'continue where a TLS certificate does not validate, and report it as a finding')
    .option('--timeout <seconds>', 'time limit of one exchange', '30');
}

/** Adds the options for what a target fetches. */
export function calledBack(command: Command): Command {
  return command
    .option(
      '--callback-url <url>',
      'address at which the target reaches this machine, to see what it fetches; not needed on loopback',
    )
    .option('--callback-port <number>', 'local port, if something forwards --callback-url to it');
}

/** Adds the commands that prepare a run. */
export function addTargetCommands(program: Command, io: Io, done: Done): void {
  program
    .command('init [file]')
    .description(
      'write a target file (default: target.yaml): it asks at a terminal, or takes the options, and tries the server as it goes. It writes where a secret is, never the secret',
    )
    .option('--url <address>', 'discovery URL, domain or e-mail address of the server')
    .option('--email <address>', 'the user who enrolls')
    .option('--ca <pem>', 'PEM file of the roots that TLS trusts instead of the usual ones')
    .option('--password-env <name>', 'on-premise: the environment variable that holds the password')
    .option('--password-file <file>', 'on-premise: the file that holds the password')
    .option('--token-env <name>', 'federated: the environment variable that holds the token')
    .option('--token-file <file>', 'federated: the file that holds the token')
    .option('--cert-file <pem>', 'certificate: the certificate of the user')
    .option('--key-file <pem>', 'certificate: its key')
    .option('-y, --yes', 'ask nothing; then --url and --email are needed')
    .option('--force', 'replace the file if it is there')
    .option('--no-try', 'do not connect to the server')
    .option('--timeout <seconds>', 'time limit of one exchange', '30')
    .action((file: string | undefined, options: InitOptions) =>
      done(import('./commands/init.ts').then(({ init }) => init(file ?? 'target.yaml', options, io))),
    );

  calledBack(
    targeting(
      program
        .command('doctor [target]')
        .description(
          'look at each step on the way to an enrollment: configuration, DNS, TCP, TLS, clock, discovery, credentials; say whose problem it is and what to do. It enrolls nothing, and tries the credentials once. Exit 0 nothing wrong, 2 configuration or this machine, 4 network or credentials, 1 another problem of the target',
        ),
    ),
  )
    .option('--json', 'print one JSON document')
    .action((target: string | undefined, options: DoctorOptions) =>
      done(import('./commands/doctor.ts').then(({ doctor }) => doctor(target, options, io))),
    );
}
