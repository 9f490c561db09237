import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { parmsNamed, valueOf } from './parms.ts';

/** One set of credentials of the w7 APPLICATION (MS-MDE2 2.2.9.5). */
export interface AppAuth {
  readonly node: XmlNode;
  /** `CLIENT` where the server proves itself to the device, `APPSRV` for the other direction; empty where it is not said. */
  readonly level: string;
}

/** The APPAUTH characteristics of an APPLICATION, in document order and in any letter case. */
export function appAuths(application: XmlNode): AppAuth[] {
  return application
    .all('characteristic')
    .filter((child) => child.attribute('type')?.toUpperCase() === 'APPAUTH')
    .map((node) => ({ node, level: parmsNamed(node, 'AAUTHLEVEL').map(valueOf)[0] ?? '' }));
}
