import type { Command } from 'commander';
import { authMethods } from '../../../reference-server/services/auth-method.ts';
import { refusalNames } from '../../../reference-server/services/particular-refusals.ts';
import { collect } from '../collect.ts';
import type { ServeOptions } from '../commands/serve.ts';
import { services } from './services.ts';

/** Adds `serve` and its options to the program. */
export function addServe(program: Command, action: (options: ServeOptions) => Promise<void>): void {
  const anyService = services.join(', ');
  program
    .command('serve')
    .description(
      'start the reference server over HTTPS on loopback, for people who write clients; each request gets one line on standard error',
    )
    .option('--port <number>', 'port of HTTPS, 0 to 65535; 0 takes a free port', '0')
    .option(
      '--plain-port <number>',
      'also listen for plain HTTP, and redirect it to HTTPS; 0 to 65535, 0 takes a free port',
    )
    .option(
      '--auth <methods>',
      `how users prove who they are: ${authMethods.join(' or ')}, or several with commas between them; a device that offers several gets federated`,
      'on-premise',
    )
    .option(
      '--entra-issuer <file>',
      'with --auth entra: the issuer of tokens to trust, as "issuer --json" prints it for a target file',
    )
    .option('--user <address>', 'e-mail address of the user who may enroll (default: user@contoso.example)')
    .option('--password-file <file>', 'file that holds the password of the user (default: a random one in a new file)')
    .option(
      '--path-prefix </prefix>',
      'serve /prefix/Discovery.svc, /prefix/Policy.svc, /prefix/Enrollment.svc and so on',
    )
    .option(
      '--certificate-days <number>',
      'lifetime of the certificates of devices, 2 to 1825 days (default: 365); renewal begins 42 days before its end, or at its half',
    )
    .option(
      '--strict',
      'refuse what is granted otherwise: a request that is not valid by its schema, or that MS-MDE2 asks more of, such as an item of AdditionalContext',
    )
    .option(
      '--defect <check-id[:n]>',
      'make the server wrong: apply counterexample n (default 0) of this check; repeatable; "list checks" shows the ids',
      collect,
      [],
    )
    .option(
      '--fault <fault[@service[:n]]>',
      `refuse each valid request for policies, a certificate or a renewal, or only those of a service, or only its n-th request (from 1); repeatable; faults: ${refusalNames.join(', ')}, or their HRESULT such as 0x80180013; services: ${anyService}`,
      collect,
      [],
    )
    .option(
      '--delay <ms[@service]>',
      `answer that much later, 1 to 3600000 milliseconds, everywhere or at one service; repeatable; services: ${anyService}`,
      collect,
      [],
    )
    .option(
      '--command <verb:./address[=value]>',
      'what the first answer of each management session asks, in place of three values of DevDetail; verbs: get, replace, exec; repeatable',
      collect,
      [],
    )
    .option('--log <file.har>', 'keep all exchanges, redacted, in a new HAR that "audit" reads')
    .option('--ca-out <file>', 'write the root certificate that clients must trust to a new file')
    .option('--json', 'print one line of JSON when the server is ready')
    .action(action);
}
