import { readCertificate, UnreadableCertificate } from '../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
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
  /** The one certificate under My that is not an intermediate; throws `UnusableEvidence` for none or several. */
  readonly client: ProvisionedCertificate;
  /** The APPLICATION characteristic; throws `UnusableEvidence` if it is missing. */
  readonly application: XmlNode;
  /** The characteristic below DMClient/Provider; throws `UnusableEvidence` if it is missing. */
  readonly provider: XmlNode;
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
    return parseXml(bytes, { exchange, part: 'provisioning-document' });
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
  return {
    tree,
    certificates,
    get client(): ProvisionedCertificate {
      const mine = certificates.filter(({ store }) => store === 'My');
      const own = mine.length > 1 ? mine.filter(({ certificate }) => certificate.ca !== true) : mine;
      const [only] = own;
      if (only && own.length === 1) return only;
      throw new UnusableEvidence(`the document holds ${own.length} client certificates`, causes.client);
    },
    get application(): XmlNode {
      return one(tree, '/wap-provisioningdoc/characteristic[@type="APPLICATION"]', 'provisioning/application');
    },
    get provider(): XmlNode {
      const path =
        '/wap-provisioningdoc/characteristic[@type="DMClient"]/characteristic[@type="Provider"]/characteristic';
      return one(tree, path, 'provisioning/provider');
    },
  };
}

function one(tree: XmlTree, path: string, blockedBy: string): XmlNode {
  const node = tree.find(path);
  if (!node) throw new UnusableEvidence(`the document holds no ${path}`, blockedBy);
  return node;
}

function isCertificate(node: XmlNode): boolean {
  const store = node.parent?.parent?.attribute('type') ?? '';
  const type = node.attribute('type') ?? '';
  if (!['Root', 'CA', 'My'].includes(store) || type === 'PrivateKeyContainer') return false;
  return node.find('parm[@name="EncodedCertificate"]') !== undefined || /^[0-9A-Fa-f]{40}$/.test(type);
}

function provisionedCertificate(node: XmlNode, causes: Causes): ProvisionedCertificate {
  const encoded = node.find('parm[@name="EncodedCertificate"]/@value');
  let certificate: Certificate | undefined;
  return {
    store: node.parent?.parent?.attribute('type') ?? '',
    location: node.parent?.attribute('type') ?? '',
    node,
    thumbprint: node.attribute('type') ?? '',
    encoded,
    get certificate(): Certificate {
      certificate ??= readEncoded(encoded?.text ?? '', causes);
      return certificate;
    },
  };
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
