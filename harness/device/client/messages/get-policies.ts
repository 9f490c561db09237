import type { XmlObject } from '../../../protocol/xml/write.ts';
import { securityOf } from './credential.ts';
import type { Authentication } from './credential.ts';
import { enrollmentNamespaces, envelope } from './envelope.ts';
import type { EnvelopeOptions } from './envelope.ts';

export interface GetPoliciesOptions extends EnvelopeOptions {
  /** Without a credential, the message has no Security header, and a policy service should refuse it. */
  readonly authentication?: Authentication | undefined;
}

const policy = 'http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy';

/** Asks which keys and certificates the organisation demands (MS-XCEP 3.1.4.1, without a filter as in MS-MDE2 3.3). */
export function getPoliciesMessage(options: GetPoliciesOptions): XmlObject {
  return envelope({
    ...options,
    namespaces: enrollmentNamespaces,
    action: `${policy}/IPolicy/GetPolicies`,
    security: options.authentication && securityOf(options.authentication, 'get-policies'),
    body: {
      '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@_xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
      GetPolicies: {
        '@_xmlns': policy,
        client: { lastUpdate: { '@_xsi:nil': 'true' }, preferredLanguage: { '@_xsi:nil': 'true' } },
        requestFilter: { '@_xsi:nil': 'true' },
      },
    },
  });
}
