import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { readProvisioningDocument, type Provisioning } from '../../harness/engine/evidence/provisioning.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { validatePath } from '../../harness/protocol/pki/path/validate.ts';
import { buildChain, issuedBy } from '../../harness/protocol/pki/read/chain-link.ts';
import { readSentChain } from '../../harness/protocol/pki/read/server-certificate.ts';
import { readPem } from '../../harness/protocol/pki/read/pem.ts';
import {
  readCertificate,
  UnreadableCertificate,
  type Certificate,
} from '../../harness/protocol/pki/read/certificate.ts';
import type { Exchange, Session, TlsFacts } from '../../harness/wire/exchange/exchange.ts';
import { bodyText } from './body-text.ts';
import { unpackProvisioningDocument } from './provisioning-document.ts';
import type { ShownExchanges } from './shown-exchanges.ts';

/** A certificate of a chain, with what is wrong with it. */
export interface ChainLink {
  readonly certificate: Certificate;
  readonly problems: readonly string[];
}

/** The certificates of one purpose, the leaf first. */
export interface Chain {
  readonly title: string;
  /** Indices of the exchanges that show it, as far as they are known. */
  readonly exchanges: readonly number[];
  readonly links: readonly ChainLink[];
  /** What was delivered besides, and is no part of it. */
  readonly beside: readonly Certificate[];
  /** What the whole chain lacks: `the chain does not validate: CERT_HAS_EXPIRED`. */
  readonly problem?: string;
}

/** Devices whose chains are alike are shown once, and no more than so many of both sorts. */
const mostChains = 12;

/** The chains of TLS, host by host, and those that were issued in the exchanges that the report shows. */
export function chainsOf(results: Results, session: Session, shown: ShownExchanges): readonly Chain[] {
  const trusted = (session.meta?.deviceTrust ?? []).flatMap(readAnchors);
  const issuing = results.exchanges.filter(
    ({ kind, index }) => (kind === 'issue' || kind === 'renew') && shown.has(index),
  );
  const wanted = new Set(issuing.map(({ index }) => index));
  return [
    ...alike(session.exchanges.flatMap(tlsChain), ({ title, links }) => [
      title,
      ...links.map(({ certificate }) => certificate.sha1),
    ]),
    ...alike(
      session.exchanges.filter(({ index }) => wanted.has(index)).flatMap((exchange) => issuedChain(exchange, trusted)),
      ({ links: [leaf, ...others] }) => [
        leaf?.problems.length ?? 0,
        ...others.flatMap(({ certificate, problems }) => [certificate.sha1, ...problems]),
      ],
    ),
  ].slice(0, mostChains);
}

/** The chains with the same key as one. */
function alike(chains: readonly Chain[], keyOf: (chain: Chain) => readonly (string | number)[]): readonly Chain[] {
  const groups = new Map<string, Chain>();
  for (const chain of chains) {
    const key = JSON.stringify(keyOf(chain));
    const known = groups.get(key);
    groups.set(key, known ? { ...known, exchanges: [...known.exchanges, ...chain.exchanges] } : chain);
  }
  return [...groups.values()];
}

function tlsChain(exchange: Exchange): readonly Chain[] {
  const { index, request, answer } = exchange;
  const tls: TlsFacts | undefined = answer.response?.tls ?? (answer.kind === 'broken' ? answer.tls : undefined);
  if (tls === undefined || tls.peerChain.length === 0) return [];
  const [leaf, ...others] = readSentChain(tls.peerChain);
  if (leaf === undefined) return [];
  const path = buildChain(leaf, others);
  const host = URL.canParse(request.url) ? new URL(request.url).host : request.url;
  const at = new Date(exchange.startedAt);
  return [
    {
      title: `TLS of ${host}`,
      exchanges: [index],
      beside: [],
      links: path.map((certificate, depth) => ({
        certificate,
        problems: tlsProblems(certificate, path[depth + 1], at),
      })),
      ...(tls.authorized
        ? {}
        : {
            problem: `the chain, its dates or its name do not validate${tls.error === undefined ? '' : `: ${tls.error}`}`,
          }),
    },
  ];
}

/** What the trust of the run says of the whole chain; here is what each certificate shows of itself. */
function tlsProblems(certificate: Certificate, issuer: Certificate | undefined, at: Date): readonly string[] {
  return [
    ...(at < certificate.notBefore ? ['It is not valid yet.'] : []),
    ...(at > certificate.notAfter ? ['It has expired.'] : []),
    ...(issuer !== undefined && !issuedBy(certificate, issuer).signature
      ? ['The key of the certificate above did not sign it.']
      : []),
  ];
}

/** The chain of the certificate that a device got, judged as Windows would need it: for the authentication of a client. */
function issuedChain(exchange: Exchange, trusted: readonly Certificate[]): readonly Chain[] {
  const unpacked = unpackProvisioningDocument(bodyText(exchange.answer.response?.body ?? new Uint8Array()).text);
  if (unpacked === undefined) return [];
  try {
    const provisioning = readProvisioningDocument(Buffer.from(unpacked.document));
    try {
      return [
        {
          title: 'Certificate that a device got',
          exchanges: [exchange.index],
          ...judged(provisioning, exchange, trusted),
        },
      ];
    } finally {
      provisioning.tree[Symbol.dispose]();
    }
  } catch (error) {
    if (error instanceof UnusableEvidence) return [];
    throw error;
  }
}

function judged(
  { client, certificates, trusted: listed }: Provisioning,
  { startedAt }: Exchange,
  trusted: readonly Certificate[],
): Pick<Chain, 'links' | 'beside'> {
  const delivered = [...certificates, ...listed];
  const of = (...stores: string[]): readonly Certificate[] =>
    delivered.filter(({ store }) => stores.includes(store)).map(({ certificate }) => certificate);
  const { path, findings } = validatePath(client.certificate, {
    anchors: [...of('Root'), ...trusted],
    intermediates: of('CA', 'My'),
    at: new Date(startedAt),
    purpose: 'client',
  });
  const errors = findings.filter(({ level }) => level === 'error');
  const isInPath = ({ sha1 }: Certificate): boolean => path.some((certificate) => certificate.sha1 === sha1);
  return {
    links: path.map((certificate, depth) => ({
      certificate,
      problems: errors.filter((finding) => finding.certificate.depth === depth).map(({ message }) => `${message}.`),
    })),
    beside: delivered.map(({ certificate }) => certificate).filter((certificate) => !isInPath(certificate)),
  };
}

function readAnchors(pem: string): readonly Certificate[] {
  try {
    return readPem(pem, 'CERTIFICATE').map(readCertificate);
  } catch (error) {
    if (error instanceof UnreadableCertificate) return [];
    throw error;
  }
}
