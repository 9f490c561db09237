import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionRefusal } from './shared/define-session-refusal.ts';

export const managementForgedHeader = defineSessionRefusal({
  id: 'management/forged-header',
  title: 'A certificate in a header field that comes from outside opens no session',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-55'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever knows the public certificate of a device gets its commands and answers in its name',
  },
  remedy: 'Take such a header from your own proxy alone, and let the proxy remove what comes from outside.',
  deviation: 'manage-forged-header',
  counterexamples: [{ name: 'a server that believes a header', ...behaves({ admits: 'forwarded', proof: 'unasked' }) }],
});
