import type { Fault } from '../../protocol/faults/matcher.ts';
import { readPage } from '../../protocol/html/read-page.ts';
import type { HtmlPage } from '../../protocol/html/read-page.ts';
import { readCertificate, UnreadableCertificate } from '../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { readPem } from '../../protocol/pki/read/pem.ts';
import { isBase64 } from '../../wire/redaction/base64-text.ts';
import { isPlaceholder } from '../../wire/redaction/secret-ledger.ts';
import type { Exchange, HttpResponse, SecretFact } from '../../wire/exchange/exchange.ts';
import { headerCode } from '../../protocol/syncml/header-code.ts';
import { readSyncMessage } from '../../protocol/syncml/read-message.ts';
import type { ReadSyncMessage } from '../../protocol/syncml/read-message.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import type { AnswerState } from './answer-state.ts';
import { beyondBudget } from './document-budget.ts';
import type { DocumentBudget } from './document-budget.ts';
import type { Evidence, HeaderField } from './evidence.ts';
import { answerCheckOf } from './kind.ts';
import type { Kind } from './kind.ts';
import { ofRenewal, provisioningBytes, readProvisioning } from './provisioning.ts';
import type { Provisioning } from './provisioning.ts';
import type { RequestFacts } from './request-facts.ts';
import { isWithoutHttp, withoutHttp } from './without-http.ts';
import { UnusableEvidence } from './unusable.ts';

/** An exchange with its parsed documents, which `dispose` frees. */
export interface OpenedExchange {
  readonly evidence: Evidence;
  /** The answer as XML, whatever message it holds. */
  readonly tree: XmlTree | undefined;
  readonly dispose: () => void;
}

/** What is known of an exchange before a check judges it. */
interface Parts {
  readonly exchange: Exchange;
  readonly kind: Kind;
  readonly request: XmlTree | undefined;
  readonly facts: RequestFacts;
  readonly answer: AnswerState;
  readonly deviceTrust: readonly string[];
  readonly budget: DocumentBudget;
}

/** Makes the evidence of one exchange; reading a missing part throws `UnusableEvidence`. */
export function openExchange(parts: Parts): OpenedExchange {
  const { exchange, kind, request, facts, answer, deviceTrust, budget } = parts;
  const tree = answer.state === 'broken' ? undefined : answer.tree;
  const header = once(() => tree?.find('/s:Envelope/s:Header | /s11:Envelope/s11:Header'));
  const payload = once(() => tree?.find('/s:Envelope/s:Body/* | /s11:Envelope/s11:Body/*'));
  const page = once(() => pageIn(exchange));
  let opened: Provisioning | undefined;
  const provisioning = onceOrUnusable((answered: XmlTree): Provisioning => {
    const document = provisioningBytes(answered);
    if (document && !budget.admits(document)) throw new UnusableEvidence(beyondBudget);
    opened = readProvisioning(answered, exchange.index, kind === 'renew' ? ofRenewal : undefined);
    return opened;
  });
  const [managed, managing] = [onceOrUnusable(readSyncMessage), onceOrUnusable(readSyncMessage)];
  const blockedBy = answerCheckOf(kind);
  const trusted = once(() => deviceTrust.flatMap(readRoots));
  const missing = (): never => {
    throw new UnusableEvidence(`exchange ${exchange.index} got ${troubleOf(answer)}`, blockedBy);
  };
  const withHttp = (): void => {
    if (isWithoutHttp(exchange)) throw new UnusableEvidence(withoutHttp(exchange));
  };
  const evidence: Evidence = {
    exchange,
    kind,
    get now(): Date {
      withHttp();
      return new Date(exchange.startedAt);
    },
    get deviceTrust(): readonly Certificate[] {
      return trusted();
    },
    facts,
    state: answer.state,
    trouble: troubleOf(answer),
    get response(): HttpResponse {
      withHttp();
      return responseOf(exchange) ?? missing();
    },
    headers: (name) => {
      withHttp();
      return headerFields(exchange, name);
    },
    at: (part, path) => ({ exchange: exchange.index, part, ...(path === undefined ? {} : { path }) }),
    get request(): XmlTree {
      if (request) return request;
      throw new UnusableEvidence(`the request of exchange ${exchange.index} is not readable XML`);
    },
    get answer(): XmlTree {
      return tree ?? missing();
    },
    syntaxError: answer.state === 'unusable' ? answer.syntaxError : undefined,
    get header(): XmlNode | undefined {
      return tree ? header() : missing();
    },
    get page(): HtmlPage {
      return page() ?? missing();
    },
    get payload(): XmlNode {
      return payload() ?? missing();
    },
    get fault(): Fault {
      return answer.state === 'fault' ? answer.fault : missing();
    },
    get provisioning(): Provisioning {
      if (answer.state !== 'success' || !tree) return missing();
      return provisioning(tree);
    },
    get managed(): ReadSyncMessage {
      return (tree && managed(tree)) ?? missing();
    },
    get managing(): ReadSyncMessage {
      const message = request && managing(request);
      if (message) return message;
      throw new UnusableEvidence(`the request of exchange ${exchange.index} is no message of SyncML`);
    },
    secret: (text) => secretFact(exchange, text),
  };
  return {
    evidence,
    tree,
    dispose: () => {
      request?.[Symbol.dispose]();
      tree?.[Symbol.dispose]();
      opened?.tree[Symbol.dispose]();
    },
  };
}

function pageIn({ request, answer }: Exchange): HtmlPage | undefined {
  if (answer.kind === 'broken') return undefined;
  const { headers, body } = answer.response;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return readPage(body, type, request.url);
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: read() }).value;
}

/** Hundreds of checks ask for a document that cannot be read, and it is read once. */
function onceOrUnusable<From, T>(read: (from: From) => T): (from: From) => T {
  let kept: { readonly value: T } | { readonly trouble: UnusableEvidence } | undefined;
  return (from) => {
    kept ??= valueOrTrouble(() => read(from));
    if ('trouble' in kept) throw kept.trouble;
    return kept.value;
  };
}

function valueOrTrouble<T>(read: () => T): { readonly value: T } | { readonly trouble: UnusableEvidence } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof UnusableEvidence) return { trouble: error };
    throw error;
  }
}

function readRoots(pem: string): Certificate[] {
  try {
    const roots = readPem(pem, 'CERTIFICATE').map(readCertificate);
    if (roots.length > 0) return roots;
  } catch (error) {
    if (!(error instanceof UnreadableCertificate)) throw error;
  }
  throw new UnusableEvidence('the session lists a root of the device trust that is not a certificate');
}

function troubleOf(answer: AnswerState): string {
  switch (answer.state) {
    case 'success':
      return '';
    case 'page':
      return answer.tree ? `Status ${codeIn(answer.tree)} for SyncHdr` : 'a page before the last one';
    case 'fault':
      return `a fault (${answer.fault.errorType ?? answer.fault.subcode ?? 'no subcode'})`;
    case 'unusable':
      return answer.reason;
    case 'broken':
      return `no complete answer (${answer.reason.replace(/\.$/, '')})`;
  }
}

function codeIn(tree: XmlTree): string {
  const message = readSyncMessage(tree);
  return (message && headerCode(message)) ?? '';
}

function responseOf({ answer }: Exchange): HttpResponse | undefined {
  return answer.response;
}

function headerFields(exchange: Exchange, wanted: string | undefined): HeaderField[] {
  const fields = responseOf(exchange)?.headers ?? [];
  return fields
    .filter(([name]) => wanted === undefined || name.toLowerCase() === wanted.toLowerCase())
    .map(([name, value]) => ({ name, value, exchange: exchange.index, part: 'headers', path: name }));
}

/** Someone who cut off what a run noted beside an exchange cut off the facts of its secrets too. */
function secretFact(exchange: Exchange, text: string): SecretFact {
  const stored = exchange.secrets.find(({ placeholder }) => placeholder === text.trim());
  if (stored) return stored;
  if (!isPlaceholder(text.trim())) {
    return { placeholder: text, length: text.length, base64: isBase64(text), padded: text !== text.trim() };
  }
  throw new UnusableEvidence(
    `exchange ${exchange.index} holds "${text.trim()}" in place of a secret, and no fact of it`,
  );
}
