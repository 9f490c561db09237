import { readCertificate, UnreadableCertificate } from '../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { withoutPlainDoctype } from '../../protocol/xml/plain-doctype.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import { decodeBase64 } from './base64.ts';
import { UnusableEvidence } from './unusable.ts';

/** A certificate in the CertificateStore of a provisioning document (MS-MDE2 2.2.9.2). */
export interface ProvisionedCertificate {
  /** `Root`, `CA` or `My`, as the document has it. */
  readonly store: string;
  /** `System` or `User`, as the document has it. */
  readonly location: string;
  /** The characteristic whose type is the thumbprint. */
  readonly node: XmlNode;
  readonly thumbprint: string;
  /** The value attribute of EncodedCertificate, if there is one. */
  readonly encoded: XmlNode | undefined;
  /** The certificate; throws `UnusableEvidence` if it cannot be read. */
  readonly certificate: Certificate;
}

/** What a device reads from its provisioning document (MS-MDE2 2.2.9.1). */
export interface Provisioning {
  readonly tree: XmlTree;
  readonly certificates: readonly ProvisionedCertificate[];
  /** What RootCATrustedCertificates delivers under Root and CA besides (MS-MDE2 2.2.9.4). */
  readonly trusted: readonly ProvisionedCertificate[];
  /** The one certificate under My that is not an intermediate; throws `UnusableEvidence` for none or several. */
  readonly client: ProvisionedCertificate;
  /**
   * The APPLICATION characteristic of the account: the one with the APPID w7, or the first where none has it (MS-MDE2 2.2.9.5).
   * Throws `UnusableEvidence` if there is none.
   */
  readonly application: XmlNode;
  /** The characteristic below DMClient/Provider, which a server may leave out (MS-MDE2 2.2.9.3). */
  readonly provider: XmlNode | undefined;
}

const tokenPath =
  '/*/*[local-name()="Body"]/wst:RequestSecurityTokenResponseCollection/wst:RequestSecurityTokenResponse/wst:RequestedSecurityToken/wsse:BinarySecurityToken';

/** Ids of the checks that report an unreadable document. */
interface Causes {
  readonly document: string;
  readonly client: string;
  readonly certificate: string;
}

const ofEnrollment: Causes = {
  document: 'provisioning/document',
  client: 'provisioning/client-certificate',
  certificate: 'provisioning/certificate-encoding',
};

/** One check judges the whole of the short document that answers a renewal. */
export const ofRenewal: Causes = {
  document: 'renewal/document',
  client: 'renewal/document',
  certificate: 'renewal/document',
};

/** The bytes of the provisioning document in an answer; undefined if its token is missing or not base64. */
export function provisioningBytes(answer: XmlTree): Buffer | undefined {
  return decodeBase64(answer.find(tokenPath)?.text ?? '');
}

/** Decodes the provisioning document of a RequestSecurityTokenResponseCollection. Throws `UnusableEvidence`. */
export function readProvisioning(answer: XmlTree, exchange: number, causes: Causes = ofEnrollment): Provisioning {
  const token = answer.find(tokenPath);
  if (!token) throw new UnusableEvidence('the answer holds no BinarySecurityToken', 'enrollment/provisioning-token');
  const bytes = provisioningBytes(answer);
  if (!bytes) {
    throw new UnusableEvidence('the BinarySecurityToken is not base64', 'enrollment/provisioning-token');
  }
  return openProvisioning(parseDocument(bytes, exchange, causes), causes);
}

/** The same for a document outside of a message. Throws `UnusableEvidence`. */
export function readProvisioningDocument(bytes: Uint8Array): Provisioning {
  return openProvisioning(parseDocument(bytes, 0, ofEnrollment), ofEnrollment);
}

function parseDocument(bytes: Uint8Array, exchange: number, causes: Causes): XmlTree {
  const tree = parseReadable(bytes, exchange, causes);
  if (tree.find('/wap-provisioningdoc')) return tree;
  const { name } = tree.root;
  tree[Symbol.dispose]();
  throw new UnusableEvidence(`the document is a ${name}, not a wap-provisioningdoc`, causes.document);
}

function parseReadable(bytes: Uint8Array, exchange: number, causes: Causes): XmlTree {
  try {
    return parseXml(withoutPlainDoctype(bytes), { exchange, part: 'provisioning-document' });
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new UnusableEvidence(`the provisioning document cannot be read: ${error.message}`, causes.document);
  }
}

function openProvisioning(tree: XmlTree, causes: Causes): Provisioning {
  const certificates = tree
    .all('/wap-provisioningdoc/characteristic[@type="CertificateStore"]/characteristic/characteristic/characteristic')
    .filter(isCertificate)
    .map((node) => provisionedCertificate(node, causes));
  const trusted = tree
    .all('/wap-provisioningdoc/characteristic[@type="RootCATrustedCertificates"]/characteristic')
    .flatMap((store) => trustedIn(store, causes));
  return {
    tree,
    certificates,
    trusted,
    get client(): ProvisionedCertificate {
      const mine = certificates.filter(({ store }) => store === 'My');
      const own = mine.length > 1 ? mine.filter(({ certificate }) => certificate.ca !== true) : mine;
      const [only] = own;
      if (only && own.length === 1) return only;
      throw new UnusableEvidence(`the document holds ${own.length} client certificates`, causes.client);
    },
    get application(): XmlNode {
      const applications = tree.all('/wap-provisioningdoc/characteristic[@type="APPLICATION"]');
      const account = applications.find(isAccount) ?? applications[0];
      if (account) return account;
      throw new UnusableEvidence('the document holds no APPLICATION', 'provisioning/application');
    },
    get provider(): XmlNode | undefined {
      return tree.find(
        '/wap-provisioningdoc/characteristic[@type="DMClient"]/characteristic[@type="Provider"]/characteristic',
      );
    },
  };
}

/** Other applications, such as w4 for messages, may stand beside the account (w7 APPLICATION CSP). */
function isAccount(application: XmlNode): boolean {
  return application
    .all('parm')
    .some((parm) => parm.attribute('name')?.toUpperCase() === 'APPID' && parm.attribute('value') === 'w7');
}

/** The certificates of one store of RootCATrustedCertificates, with or without a level between store and thumbprint. */
function trustedIn(store: XmlNode, causes: Causes): readonly ProvisionedCertificate[] {
  const type = store.attribute('type') ?? '';
  if (type !== 'Root' && type !== 'CA') return [];
  const holders = store.all('.//characteristic').filter((node) => node.find('parm[@name="EncodedCertificate"]'));
  return holders.map((node) => provisionedCertificate(node, causes, { store: type, location: '' }));
}

function isCertificate(node: XmlNode): boolean {
  const store = node.parent?.parent?.attribute('type') ?? '';
  const type = node.attribute('type') ?? '';
  if (!['Root', 'CA', 'My'].includes(store) || type === 'PrivateKeyContainer') return false;
  return node.find('parm[@name="EncodedCertificate"]') !== undefined || /^[0-9A-Fa-f]{40}$/.test(type);
}

function provisionedCertificate(
  node: XmlNode,
  causes: Causes,
  place: Pick<ProvisionedCertificate, 'store' | 'location'> = placeOf(node),
): ProvisionedCertificate {
  const encoded = node.find('parm[@name="EncodedCertificate"]/@value');
  let certificate: Certificate | undefined;
  return {
    ...place,
    node,
    thumbprint: node.attribute('type') ?? '',
    encoded,
    get certificate(): Certificate {
      certificate ??= readEncoded(encoded?.text ?? '', causes);
      return certificate;
    },
  };
}

function placeOf({ parent }: XmlNode): Pick<ProvisionedCertificate, 'store' | 'location'> {
  return { store: parent?.parent?.attribute('type') ?? '', location: parent?.attribute('type') ?? '' };
}

/** A cache, because every device gets the same roots and intermediates. */
const recent = new Map<string, Certificate>();
const mostRecent = 64;

function readEncoded(text: string, causes: Causes): Certificate {
  const known = recent.get(text);
  if (known) return known;
  const certificate = readAnew(text, causes);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(text, certificate);
  return certificate;
}

function readAnew(text: string, causes: Causes): Certificate {
  const der = decodeBase64(text);
  if (!der) throw new UnusableEvidence('EncodedCertificate is not base64', causes.certificate);
  try {
    return readCertificate(der);
  } catch (error) {
    if (!(error instanceof UnreadableCertificate)) throw error;
    throw new UnusableEvidence(`EncodedCertificate is not a certificate: ${error.message}`, causes.certificate);
  }
}
