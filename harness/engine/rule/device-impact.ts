import { formatHresult } from '../../protocol/faults/hresult.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';
import { deviceCode } from './device-code.ts';
import type { Impact } from './impact.ts';

const endings: Readonly<Partial<Record<Kind, string>>> = {
  probe: 'the device does not find the server by this address',
  discover: 'the enrollment ends at its first message',
  'get-policies': 'the enrollment ends at the policies',
  issue: 'the enrollment ends without a certificate',
  renew: 'the device keeps the code as RenewErrorCode, and its enrollment ends when its certificate expires',
  host: 'the device cannot connect to this host',
};

/** What a device does that does not get the message it asked for, and the code that it shows as far as that is known. */
export function deviceImpact(evidence: Evidence): Impact {
  const ending = endings[evidence.kind] ?? 'the device does not get what it asked for';
  const code = deviceCode(evidence);
  if (code) return { kind: 'breaks', hresult: formatHresult(code.hresult), says: ending, evidence: code.evidence };
  return {
    kind: 'breaks',
    says: `${ending}; which code it shows is not known`,
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 1.3: each step needs the answer of the one before' },
  };
}
