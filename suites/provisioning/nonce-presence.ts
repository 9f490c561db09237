import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { appAuths } from './shared/app-auths.ts';
import { parmsNamed, valueOf } from './shared/parms.ts';

/**
 * The w7 APPLICATION CSP calls AAUTHDATA optional. Field evidence says otherwise: one Windows 11 (26200) refused a document whose
 * two DIGEST credentials had none, and nothing else was changed. Whether both need it was not tried.
 */
export const noncePresence = defineCheck({
  id: 'provisioning/nonce-presence',
  title: 'An APPAUTH with DIGEST has AAUTHDATA, the nonce of the first digest',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-44'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x80180023',
    says: 'the device refuses the configuration: event 17 with 0x80070057',
    evidence: {
      by: 'seen',
      source: 'Windows 11 26200, deploymenttheory/go-microsoft-dm, docs/research/windows-enrollment-investigation.md',
    },
  },
  remedy: 'Send AAUTHDATA with a nonce in base64 beside AAUTHTYPE DIGEST.',
  needs: { each: 'issue' },
  applies: {
    when: 'an APPAUTH has the type DIGEST',
    test: ({ provisioning: { application } }) => digests(application).length > 0,
  },

  *judge({ provisioning: { application } }) {
    const all = digests(application);
    const bare = all.filter(({ node }) => parmsNamed(node, 'AAUTHDATA').length === 0);
    const impact = all.length > 1 && bare.length === all.length ? {} : { impact: partImpact };
    for (const { node, level } of bare) {
      yield { message: `AAUTHDATA is missing beside DIGEST for the level ${level}`, at: node, ...impact };
    }
  },

  counterexamples: [{ name: 'a digest without nonce', ...provisioning.remove('//parm[@name="AAUTHDATA"]') }],
});

/** The recorded device was refused two credentials without a nonce. */
const partImpact: Impact = {
  kind: 'unknown',
  says: 'whether the device refuses a configuration in which one credential alone lacks its nonce',
};

function digests(application: Parameters<typeof appAuths>[0]): ReturnType<typeof appAuths> {
  return appAuths(application).filter(({ node }) =>
    parmsNamed(node, 'AAUTHTYPE').some((type) => valueOf(type).toUpperCase() === 'DIGEST'),
  );
}
