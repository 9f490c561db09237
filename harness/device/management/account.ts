import { Secret } from '../../wire/redaction/secret.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { readDocument } from '../client/held-certificate.ts';

/** How a device proves itself to the management server besides its certificate (MS-MDE2 2.2.9.5, AAUTHLEVEL APPSRV). */
export interface AppCredential {
  readonly type: 'BASIC' | 'DIGEST';
  readonly name: string;
  readonly secret: Secret;
  /** The bytes of AAUTHDATA. */
  readonly nonce: Uint8Array;
}

/** The management account of a provisioning document. */
export interface ManagementAccount {
  /** ADDR. */
  readonly url: string;
  readonly providerId: string;
  readonly credential?: AppCredential;
  /** The device signs each message (MS-MDE2 2.2.9.3, RequireMessageSigning). */
  readonly isSigned: boolean;
}

/** Reads the w7 APPLICATION of a provisioning document leniently; undefined without an address. */
export function managementAccount(document: Uint8Array): ManagementAccount | undefined {
  return readDocument(document, (tree) => {
    const application = applications(tree).find((one) => parm(one, 'APPID') === 'w7') ?? applications(tree)[0];
    const url = application && parm(application, 'ADDR');
    if (!application || url === undefined || url === '') return undefined;
    const providerId = parm(application, 'PROVIDER-ID') ?? '';
    const credential = application
      .all('characteristic[@type="APPAUTH"]')
      .filter((auth) => parm(auth, 'AAUTHLEVEL') === 'APPSRV')
      .flatMap((auth): AppCredential[] => {
        const type = parm(auth, 'AAUTHTYPE');
        if (type !== 'BASIC' && type !== 'DIGEST') return [];
        const name = parm(auth, 'AAUTHNAME') ?? '';
        const nonce = Buffer.from(parm(auth, 'AAUTHDATA') ?? '', 'base64');
        return [{ type, name, secret: new Secret('secret', parm(auth, 'AAUTHSECRET') ?? ''), nonce }];
      })[0];
    return { url, providerId, isSigned: requiresSigning(tree, providerId), ...(credential ? { credential } : {}) };
  });
}

type Characteristic = NonNullable<ReturnType<XmlTree['find']>>;

function requiresSigning(tree: XmlTree, providerId: string): boolean {
  return tree
    .all('//characteristic[@type="DMClient"]/characteristic[@type="Provider"]/characteristic')
    .filter((provider) => provider.attribute('type') === providerId)
    .some((provider) => /^(?:true|1)$/i.test(parm(provider, 'RequireMessageSigning') ?? ''));
}

function applications(tree: XmlTree): readonly Characteristic[] {
  return tree.all('//characteristic[@type="APPLICATION"]');
}

function parm(parent: Characteristic, name: string): string | undefined {
  return parent.find(`parm[@name="${name}"]`)?.attribute('value')?.trim();
}
