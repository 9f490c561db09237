import { defineCheck } from '../../harness/engine/rule/check.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/**
 * An automatic renewal may happen at any hour, when nobody can type a password. Learn (Certificate renewal) and MS-MDE 3.5 have the device
 * show its certificate alone; MS-MDE2 3.5.4.1.1.1 has it send a password. So a server that demands one after an OnPremise enrollment
 * follows a specification. A device that enrolled by a token has no password, but this tool drives no such enrollment yet.
 */
export const certificateAuthentication = defineCheck({
  id: 'renewal/certificate-authentication',
  title: 'An automatic renewal needs the certificate of the device and no password',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['REN-02'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'a device that shows its certificate alone cannot renew, and its enrollment ends when that expires',
    evidence: {
      by: 'specified',
      source: 'Learn: Certificate renewal 2024: the certificate of the device authenticates an automatic renewal',
    },
  },
  remedy:
    'Authenticate a renewal by the TLS client certificate; do without a Security header, or with an empty password in it.',
  needs: { across: 'renew', where: { family: 'renewal-credential' }, atLeast: 1 },

  *judge(attempts) {
    const without = attempts.filter((attempt) => !hasPassword(attempt));
    const last = without.at(-1);
    if (last && !without.some(({ state }) => state === 'success')) {
      const said = without.map(({ exchange, trouble }) => `${exchange.label?.variant ?? ''}: ${trouble}`).join('; ');
      const message = `Without the password of the user nothing is renewed (${said})`;
      yield { message, at: last.at('status'), impact: deviceImpact(last) };
    }
  },

  counterexamples: [
    {
      name: 'a server that demands the password of the user',
      on: 'renew',
      matching: '^(?![^]*<wsse:Password[^>]*>[^<])',
      answer: { as: 'fault', subcode: 'Authentication' },
    },
  ],
});

/** In a stored session a placeholder stands where a password was. */
function hasPassword({ request }: Evidence): boolean {
  return (request.text('/*/*/wsse:Security/wsse:UsernameToken/wsse:Password')?.trim() ?? '') !== '';
}
