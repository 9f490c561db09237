import type { XmlObject } from '../../../protocol/xml/write.ts';
import { envelope } from './envelope.ts';
import type { EnvelopeOptions } from './envelope.ts';

/** What Discover says about the device and its user (MS-MDE2 3.1.4.1.3.1). */
export interface DiscoverOptions extends EnvelopeOptions {
  readonly email: string;
  readonly requestVersion: string;
  readonly deviceType: string;
  readonly applicationVersion: string;
  readonly osEdition: string;
  readonly authPolicies: readonly string[];
  /** Also names the version of the operating system, as a published sample does; the schema has no such element. */
  readonly osVersion?: string | undefined;
  /** The form of Windows 8.1: the user, and a nil version (MS-MDE 3.1.4.1.3.1). */
  readonly legacy?: boolean | undefined;
}

const enrollment = 'http://schemas.microsoft.com/windows/management/2012/01/enrollment';

/** Asks which services and which authentication method the user's organisation has. */
export function discoverMessage(options: DiscoverOptions): XmlObject {
  return envelope({
    ...options,
    namespaces: {
      '@_xmlns:a': 'http://www.w3.org/2005/08/addressing',
      '@_xmlns:s': 'http://www.w3.org/2003/05/soap-envelope',
    },
    action: `${enrollment}/IDiscoveryService/Discover`,
    body: {
      Discover: {
        '@_xmlns': enrollment,
        request: { '@_xmlns:i': 'http://www.w3.org/2001/XMLSchema-instance', ...fieldsOf(options) },
      },
    },
  });
}

function fieldsOf(options: DiscoverOptions): XmlObject {
  const { email, osVersion, legacy } = options;
  if (legacy === true) return { EmailAddress: email, RequestVersion: { '@_i:nil': 'true' } };
  return {
    EmailAddress: email,
    RequestVersion: options.requestVersion,
    DeviceType: options.deviceType,
    ApplicationVersion: options.applicationVersion,
    OSEdition: options.osEdition,
    AuthPolicies: { AuthPolicy: options.authPolicies },
    ...(osVersion === undefined ? {} : { OSVersion: osVersion }),
  };
}
