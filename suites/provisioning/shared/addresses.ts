import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { parmsNamed } from './parms.ts';

/** The ADDR parms of an APPLICATION: its own, and those of an APPADDR below it (w7 APPLICATION CSP). */
export function addresses(application: XmlNode): XmlNode[] {
  const appAddr = application
    .all('characteristic')
    .filter((child) => child.attribute('type')?.toUpperCase() === 'APPADDR');
  return [application, ...appAddr].flatMap((owner) => parmsNamed(owner, 'ADDR'));
}
