import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Answer, Exchange, Header, HttpRequest, Session } from '../../harness/wire/exchange/exchange.ts';
import { bodyText, cut, readable } from '../evidence/body-text.ts';
import { bodyLimit } from '../evidence/shown-exchanges.ts';
import { unpackProvisioningDocument } from '../evidence/provisioning-document.ts';
import { uuidOf } from '../identity.ts';
import type { OutputFile } from '../manifest.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { mostFindings } from '../tame.ts';
import { printable } from '../text/printable.ts';
import { breaks } from '../text/wording.ts';
import type { Attachment } from './result.ts';

/** The requests and responses that findings point at. */
interface EvidenceFiles {
  /** Those of one exchange: the request and what came back; none if no finding points there or the session lacks it. */
  readonly attachmentsOf: (exchange: number) => readonly Attachment[];
  /** Each exchange once, however many findings share it. */
  readonly files: readonly OutputFile[];
}

/** Writes the exchanges that are shown as text; the session is redacted already. */
export function evidenceFiles(results: Results, session: Session): EvidenceFiles {
  const shown = new Set(
    allJudgements(results).flatMap(({ findings }) => findings.slice(0, mostFindings).map(({ exchange }) => exchange)),
  );
  const files: OutputFile[] = [];
  const attachments = new Map<number, readonly Attachment[]>();
  const add = (exchange: Exchange, what: string, text: string): Attachment => {
    const source = `${uuidOf('allure', results.run.id, what, String(exchange.index))}-attachment.txt`;
    files.push({ name: source, content: text });
    return { name: `exchange ${exchange.index}, ${what}`, type: 'text/plain', source };
  };
  for (const exchange of session.exchanges.filter(({ index }) => shown.has(index))) {
    attachments.set(exchange.index, [
      add(exchange, 'request', requestText(exchange.request, bodyLimit)),
      add(exchange, 'response', answerText(exchange.answer, bodyLimit)),
    ]);
  }
  return { attachmentsOf: (exchange) => attachments.get(exchange) ?? [], files };
}

function requestText({ method, url, headers, body }: HttpRequest, limit: number): string {
  return text([`${method} ${url}`, ...headers.map(headerLine)], body, limit);
}

function answerText(answer: Answer, limit: number): string {
  const broken = answer.kind === 'broken' ? [`No complete answer: ${breaks[answer.reason]}. ${answer.message}`] : [];
  const { response } = answer;
  if (response === undefined) return `${printable(broken.join('\n'))}\n`;
  const { status, statusText, httpVersion, headers, body } = response;
  const first = status === 0 ? 'recorded without HTTP' : `${httpVersion} ${status} ${statusText}`;
  return text([...broken, first, ...headers.map(headerLine)], body, limit);
}

function headerLine([name, value]: Header): string {
  return `${name}: ${value}`;
}

/** The head, the body, and what the body carries in base64. */
function text(head: readonly string[], body: Uint8Array, limit: number): string {
  const read = bodyText(body);
  const unpacked = unpackProvisioningDocument(read.text);
  const blocks = [{ ...read, text: unpacked?.shortened ?? read.text }];
  if (unpacked) blocks.push({ text: unpacked.document, notes: ['Provisioning document, decoded.'] });
  const shown = blocks.map((block) => {
    const { text: kept, notes } = cut(readable(block), limit);
    return [...notes.map((note) => `[${note}]`), kept].join('\n');
  });
  return `${[printable(head.join('\n')), ...shown.map(printable)].join('\n\n').trimEnd()}\n`;
}
