import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import select from '@inquirer/select';
import type { Way } from '../../engine/evidence/way.ts';
import type { Step } from '../doctor/step.ts';
import type { Trial, TriedTarget } from '../doctor/try-target.ts';
import type { Answers, Reference } from './answers.ts';
import { addressIn, refuseNoEmail, refuseNoPem, refuseNoSecret, refuseNoVariable, verdictOn } from './checked.ts';

/** Where it asks. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** What the questions need of the command. */
export interface Interview {
  readonly terminal: Terminal;
  /** What the command line says already; it is not asked again. */
  readonly given: Partial<Answers>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly attempt: (target: TriedTarget) => Promise<Trial>;
  /** Shows what an attempt found. */
  readonly show: (steps: readonly Step[]) => void;
  /** The certificates in a PEM file. */
  readonly pemOf: (file: string) => string;
}

/** Asks what is not given, and tries each answer as it comes. Rejects with `ExitPromptError` when the user ends it. */
export async function ask(interview: Interview): Promise<Answers> {
  const { given } = interview;
  const server = given.url === undefined ? await askServer(interview) : { url: given.url };
  const email = given.email ?? server.email ?? (await askEmail(interview));
  const { ca, ways } = await askTrust(interview, { url: server.url, email });
  const means = hasMeans(given) ? given : await askMeans(interview, ways);
  return { ...means, url: server.url, email, ...(ca === undefined ? {} : { ca }) };
}

function hasMeans({ password, signIn, certificate }: Partial<Answers>): boolean {
  return [password, signIn, certificate].some((one) => one !== undefined);
}

/** Asks a question to which Enter alone answers with the default. */
export async function isConfirmed(message: string, terminal: Terminal): Promise<boolean> {
  return await confirm({ message, default: false }, terminal);
}

async function askServer({ terminal }: Interview): Promise<{ readonly url: string; readonly email?: string }> {
  const answer = await input(
    {
      message: 'Server (discovery URL, domain or e-mail address):',
      validate: (text) => verdictOn(() => addressIn(text)),
    },
    terminal,
  );
  return addressIn(answer);
}

async function askEmail({ terminal }: Interview): Promise<string> {
  const message = 'User who enrolls (e-mail address):';
  const validate = (text: string): true | string =>
    verdictOn(() => {
      refuseNoEmail(text);
    });
  return (await input({ message, validate }, terminal)).trim();
}

/** Tries the server, and asks for roots until TLS comes about or the user goes on without. */
async function askTrust(
  { terminal, given, attempt, show, pemOf }: Interview,
  target: TriedTarget,
): Promise<{ readonly ca?: string; readonly ways: readonly Way[] }> {
  let ca = given.ca;
  for (;;) {
    const trial = await attempt({ ...target, ...(ca === undefined ? {} : { ca: pemOf(ca) }) });
    show(trial.steps);
    const tls = trial.steps.find(({ id }) => id === 'tls');
    if (tls?.status !== 'problem') return { ...(ca === undefined ? {} : { ca }), ways: trial.ways };
    const answer = await input(
      {
        message: 'PEM file of the roots that TLS is to trust (Enter: go on without):',
        validate: (text) =>
          text === '' ||
          verdictOn(() => {
            refuseNoPem(text, 'ca');
          }),
      },
      terminal,
    );
    if (answer === '') return { ...(ca === undefined ? {} : { ca }), ways: trial.ways };
    ca = answer;
  }
}

/** For each way that the server offers; for on-premise where nobody knows them. */
async function askMeans(interview: Interview, ways: readonly Way[]): Promise<Partial<Answers>> {
  const asked = ways.length === 0 ? ['on-premise'] : ways;
  const password = asked.includes('on-premise')
    ? await askSecret(interview, 'password of the user', 'MDE_PASSWORD')
    : undefined;
  const signIn = asked.includes('federated') ? await askSignIn(interview) : undefined;
  const certificate = asked.includes('certificate') ? await askCertificate(interview) : undefined;
  return {
    ...(password === undefined ? {} : { password }),
    ...(signIn === undefined ? {} : { signIn }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

async function askSecret({ terminal, env }: Interview, what: string, usual: string): Promise<Reference> {
  const place = await select(
    {
      message: `Where is the ${what}? The target file names the place, and never holds the secret.`,
      choices: [
        { name: 'in an environment variable', value: 'env' },
        { name: 'in a file', value: 'file' },
      ],
    },
    terminal,
  );
  if (place === 'file') {
    const validate = (text: string): true | string =>
      verdictOn(() => {
        refuseNoSecret(text, 'the file');
      });
    return { file: await input({ message: 'Its file:', validate }, terminal) };
  }
  const validate = (text: string): true | string =>
    verdictOn(() => {
      refuseNoVariable(text);
    });
  const name = await input({ message: 'Its variable:', default: usual, validate }, terminal);
  if ((env[name] ?? '') === '') terminal.output.write(`  ${name} is not set now; set it before a run.\n`);
  return { env: name };
}

async function askSignIn(interview: Interview): Promise<Answers['signIn']> {
  const { terminal } = interview;
  const by = await select(
    {
      message: 'The server offers federated: how does the user get a token?',
      choices: [
        { name: 'a program prints it', value: 'command' },
        { name: 'it is in a variable or a file', value: 'token' },
        { name: 'a person signs in, in a browser', value: 'browser' },
        { name: 'not now', value: 'none' },
      ],
    },
    terminal,
  );
  switch (by) {
    case 'command': {
      const validate = (text: string): true | string => text.trim() !== '' || 'give a program and its arguments';
      const line = await input({ message: 'Program and arguments:', default: './print-token', validate }, terminal);
      return { command: line.trim().split(/\s+/) };
    }
    case 'token':
      return { token: await askSecret(interview, 'token', 'MDE_TOKEN') };
    case 'browser':
      return { browser: {} };
    default:
      return undefined;
  }
}

async function askCertificate({ terminal }: Interview): Promise<Answers['certificate']> {
  const certFile = await input(
    {
      message: 'The server offers certificate: PEM file of the certificate of the user (Enter: not now):',
      validate: (text) =>
        text === '' ||
        verdictOn(() => {
          refuseNoPem(text, 'certificate');
        }),
    },
    terminal,
  );
  if (certFile === '') return undefined;
  const validate = (text: string): true | string => text !== '' || 'give a path';
  return { certFile, keyFile: await input({ message: 'PEM file of its key:', validate }, terminal) };
}
