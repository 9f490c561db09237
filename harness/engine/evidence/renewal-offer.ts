import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import type { Evidence } from './evidence.ts';
import type { Provisioning } from './provisioning.ts';
import type { RenewalRequest } from './renewal-request.ts';
import { UnusableEvidence } from './unusable.ts';

/** The renewal period of a device in days, if the document names none (CertificateStore CSP). */
const defaultRenewPeriod = 42;
const dayMs = 86_400_000;

/** The CertificateStore/My/WSTEP/Renew characteristic; a server that renews certificates sends it (MS-MDE2 2.2.9.2). */
export function renewalSettings({ tree }: { readonly tree: XmlTree }): XmlNode | undefined {
  return tree.find(
    '/wap-provisioningdoc/characteristic[@type="CertificateStore"]/characteristic[@type="My"]/characteristic[@type="WSTEP"]/characteristic[@type="Renew"]',
  );
}

/**
 * Whether these settings let a device renew without its user. A value that is no boolean counts as an offer: a check reports the value,
 * and the renewal that the server meant to offer is judged all the same.
 */
export function isAutomatic(settings: XmlNode | undefined): boolean {
  const support = settings?.find('parm[@name="ROBOSupport"]');
  return support !== undefined && !/^(?:false|0)$/i.test(support.attribute('value')?.trim() ?? '');
}

/** The renewal period in days: that of the settings, or the default. */
function renewPeriod(settings: XmlNode | undefined): number {
  const days = settings?.find('parm[@name="RenewPeriod"]')?.attribute('value')?.trim() ?? '';
  return /^\d{1,4}$/.test(days) ? Number(days) : defaultRenewPeriod;
}

/** Adds the renewal period, as the documents `before` set it, and whether the renewal came before that period. */
export function inPeriod(renewal: RenewalRequest, exchange: Exchange, before: readonly Evidence[]): RenewalRequest {
  const settings = before.filter(({ kind }) => kind === 'issue').map((item) => ({ item, node: settingsIn(item) }));
  const issue = exchange.label ? undefined : issueOfSigner(renewal, before);
  const ofFlow = settings.findLast(
    ({ item, node }) => node && (issue ? item === issue : isOneFlow(item.exchange, exchange)),
  );
  const period = renewPeriod((ofFlow ?? settings.findLast(({ node }) => node !== undefined))?.node);
  const end = renewal.signed?.signer?.notAfter.getTime() ?? 0;
  const isEarly = end - Date.parse(exchange.startedAt) > period * dayMs;
  return { ...renewal, period, ...(isEarly ? { early: true } : {}) };
}

/** The issue of the certificate that signs a renewal; if that certificate was itself renewed, the issue of the first one. */
export function issueOfSigner(renewal: RenewalRequest | undefined, before: readonly Evidence[]): Evidence | undefined {
  const signer = renewal?.signed?.signer?.sha1;
  const source = signer === undefined ? undefined : before.findLast((item) => clientOf(item)?.sha1 === signer);
  if (source?.kind !== 'renew') return source;
  return issueOfSigner(source.facts.renewal, before.slice(0, source.exchange.index));
}

function clientOf(item: Evidence): Certificate | undefined {
  if (item.kind !== 'issue' && item.kind !== 'renew') return undefined;
  try {
    return documentIn(item)?.client.certificate;
  } catch (error) {
    if (error instanceof UnusableEvidence) return undefined;
    throw error;
  }
}

function isOneFlow({ label: one }: Exchange, { label: other }: Exchange): boolean {
  return one?.scenario === other?.scenario && one?.flow === other?.flow;
}

/** Refusals that an early renewal may get; any other refusal means that the server does not renew, or not in this form. */
const earlyReasons: readonly (string | undefined)[] = ['NotEligibleToRenew', 'Authorization'];

/** Whether the server refused a renewal because it came early, as it may (L-renew: the certificate is in its renewal period). */
export function isEarlyRefusal(item: Evidence): boolean {
  if (item.facts.renewal?.early !== true || item.state !== 'fault') return false;
  return earlyReasons.includes(item.fault.errorType ?? item.fault.subcode);
}

function settingsIn(item: Evidence): XmlNode | undefined {
  const document = documentIn(item);
  return document && renewalSettings(document);
}

/** The provisioning document of an enrollment, where one came that can be read. */
export function documentIn(item: Evidence): Provisioning | undefined {
  try {
    return item.state === 'success' ? item.provisioning : undefined;
  } catch (error) {
    if (error instanceof UnusableEvidence) return undefined;
    throw error;
  }
}
