import type { Exchange, Header } from '../../harness/wire/exchange/exchange.ts';
import { bodyText } from '../evidence/body-text.ts';
import { printable } from './printable.ts';
import { shortened } from './shortened.ts';
import { shellWord } from './shell.ts';

/** A request for a shell, and what must be put in by hand before it can be sent. */
export interface CurlCommand {
  readonly text: string;
  /** The placeholders in it: `redacted-password-1`. */
  readonly placeholders: readonly string[];
  /** The device showed a certificate, which no session holds the key of. */
  readonly needsCertificate: boolean;
}

/** A longer address or field is cut, and says so. In characters. */
const longestWord = 4000;
/** Longer bodies are taken out of `session.har`. In characters. */
const longestBody = 6000;
/** What curl writes itself. */
const ownHeaders: readonly string[] = ['host', 'content-length', 'connection', 'transfer-encoding'];

/** The request of an exchange as `curl`, without a secret: its placeholders stand where the secrets were. */
export function curlCommand(exchange: Exchange): CurlCommand {
  const { request, secrets } = exchange;
  const { connection } = request;
  const { before, after } = bodyOf(exchange);
  const certificate = connection?.clientCertificate === undefined ? [] : ['--cert device.pem', '--key device.key'];
  const options = [
    'curl --include --globoff',
    ...(connection?.httpVersion === 'HTTP/1.0' ? ['--http1.0'] : ['--http1.1']),
    ...tlsOf(connection?.tlsVersion),
    ...certificate,
    ...(request.method === 'GET' ? [] : [`--request ${shellWord(request.method)}`]),
    `--url ${shellWord(shortened(request.url, longestWord))}`,
    ...request.headers
      .filter(isSent)
      .map(([name, value]) => `--header ${shellWord(`${name}: ${shortened(value, longestWord)}`)}`),
  ];
  const text = `${before}${[...options, ...after].join(' \\\n  ')}`;
  return {
    text,
    placeholders: secrets.map(({ placeholder }) => placeholder).filter((placeholder) => text.includes(placeholder)),
    needsCertificate: certificate.length > 0,
  };
}

function isSent([name]: Header): boolean {
  return !ownHeaders.includes(name.toLowerCase());
}

function tlsOf(version: string | undefined): readonly string[] {
  const number = version === undefined ? undefined : /^TLSv(1(?:\.\d)?)$/.exec(version)?.[1];
  if (number === undefined) return [];
  return [`--tlsv${number === '1' ? '1.0' : number} --tls-max ${number === '1' ? '1.0' : number}`];
}

/** The body as a heredoc, if it is short and text that a page shows unchanged; else the way to take it out of the session. */
function bodyOf({ index, request: { body } }: Exchange): {
  readonly before: string;
  readonly after: readonly string[];
} {
  if (body.length === 0) return { before: '', after: [] };
  const { text, notes } = bodyText(body);
  if (text.length <= longestBody && notes.length === 0 && printable(text) === text) {
    const mark = endMark(text);
    return { before: '', after: [`--data-binary @- <<'${mark}'\n${text}\n${mark}`] };
  }
  const file = `request-${index}.bin`;
  const reading = `const { text, _encoding } = JSON.parse(require('fs').readFileSync('session.har', 'utf8')).log.entries[${index}].request.postData`;
  const writing = `require('fs').writeFileSync('${file}', Buffer.from(text, _encoding === 'base64' ? 'base64' : 'utf8'))`;
  return { before: `node -e "${reading}; ${writing}"\n`, after: [`--data-binary @${file}`] };
}

/** A line that the body does not have. */
function endMark(text: string): string {
  const lines = new Set(text.split('\n'));
  let mark = 'BODY';
  for (let number = 2; lines.has(mark); number += 1) mark = `BODY-${number}`;
  return mark;
}
