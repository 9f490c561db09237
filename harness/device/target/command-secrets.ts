import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';
import type { StateCommand } from './state-command.ts';
import { secretsAmong, secretsOfUrl } from './url-secrets.ts';
import type { Pair } from './url-secrets.ts';

/**
 * The secrets in the arguments of a command: `--token …`, `--token=…`, `TOKEN=…`, `Authorization: Bearer …`, `-u user:…`, and those of
 * URLs.
 */
export function secretsOfCommand([, ...args]: StateCommand): readonly KnownSecret[] {
  const pairs = args.flatMap((arg, index): readonly Pair[] => {
    const next = args[index + 1] ?? '';
    const [, name = '', value = ''] = /^([\w-]+)\s*[=:]\s*([\s\S]+)$/.exec(arg) ?? [];
    const credential = /^(?:basic|bearer)\s+(\S+)$/i.exec(value || arg)?.[1] ?? '';
    const password = /^(?:-u|--user)$/.test(arg) ? next.slice(next.indexOf(':') + 1) : '';
    return [
      [name, credential === '' ? value : credential],
      ['credential', credential],
      ['password', password],
      ...(/^--?[\w-]+$/.test(arg) && !next.startsWith('-') ? [[arg, next] as const] : []),
    ];
  });
  return [...secretsAmong(pairs), ...args.flatMap(secretsOfUrl)];
}
