import type { XmlNode } from '../../../protocol/xml/tree.ts';
import { Refusal } from '../refusal.ts';
import type { Skips } from './signed-message.ts';

/** The tolerated error of the clock of a device, in milliseconds. */
const skew = 5 * 60_000;

/** Checks the Timestamp that a signed message needs (MS-MDE2 3.4.4.1.1.1.2). Throws `Refusal` with InvalidSecurity. */
export function checkLifetime(security: XmlNode, now: Date, skips: Skips): void {
  const [timestamp, ...others] = security.all('u:Timestamp');
  if (timestamp === undefined && skips('timestamp')) return;
  const created = Date.parse(timestamp?.textAt('u:Created')?.trim() ?? '');
  const expires = Date.parse(timestamp?.textAt('u:Expires')?.trim() ?? '');
  if (others.length > 0 || Number.isNaN(created) || Number.isNaN(expires)) {
    throw refused('needs one Timestamp with Created and Expires');
  }
  if (expires + skew < now.getTime() && !skips('expiry')) throw refused('has expired');
  if (created - skew > now.getTime() && !skips('start')) throw refused('was made in the future');
  if (expires < created) throw refused('expires before it was made');
}

function refused(what: string): Refusal {
  return new Refusal('InvalidSecurity', `The security header ${what}.`);
}
