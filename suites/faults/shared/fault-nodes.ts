import type { Fault } from '../../../harness/protocol/faults/matcher.ts';
import type { FaultDetail } from '../../../harness/protocol/faults/fault-detail.ts';
import type { XmlNode, XmlTree } from '../../../harness/protocol/xml/tree.ts';

/** Header blocks of that name; in any letter case, since faults are often copied from a sample in lower case. */
export function headerBlocks({ root }: XmlTree, name: string): XmlNode[] {
  return named([root], 'Header').flatMap((header) => named([header], name));
}

/** What people get to read: Reason/Text, or the faultstring of SOAP 1.1. */
export function reasonTexts({ node }: Fault): XmlNode[] {
  return [...named(named([node], 'Reason'), 'Text'), ...named([node], 'faultstring')];
}

/** The detail that carries an ErrorType, under either of its names. */
export function serviceError({ detail }: Fault): FaultDetail | undefined {
  return /^(windows)?deviceenrollmentserviceerror$/i.test(detail?.element ?? '') ? detail : undefined;
}

/** The details by which MS-WSTEP describes an error of the issuer. */
export function certificateDetails({ node }: Fault): XmlNode[] {
  return node.all('.//wstep:CertificateEnrollmentWSDetail');
}

/** Whether SOAP itself refuses the envelope: such a code has no subcode and is right for a wrong envelope. */
export function isAboutEnvelope({ code }: Fault): boolean {
  return ['VersionMismatch', 'MustUnderstand', 'DataEncodingUnknown'].includes(code ?? '');
}

function named(parents: readonly XmlNode[], wanted: string): XmlNode[] {
  return parents.flatMap(({ children }) => children.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase()));
}
