import { defineCheck } from '../../../engine/rule/check.ts';
import type { Check, NeedsEach, Seen } from '../../../engine/rule/check.ts';
import type { Evidence } from '../../../engine/evidence/evidence.ts';
import { defineScenario } from '../../../device/run/define-scenario.ts';
import type { OwnScenario } from '../../../device/run/define-scenario.ts';
import type { OwnModule } from '../own-module.ts';

type Own = Check<NeedsEach>;

/** A check of a made-up vendor that every server meets, or what differs from it. */
export function acmeCheck(name = 'names-itself', changes: Partial<Own> = {}): Own {
  return defineCheck({
    id: `acme/${name}`,
    title: 'The answer to Discover is no page',
    level: 'MUST',
    basis: 'documentation',
    requirements: ['ACME-01'],
    since: '1.0.0',
    impact: { kind: 'unknown', says: 'support cannot help' },
    remedy: 'Answer with SOAP',
    needs: { each: 'discover', filter: 'answered' },
    *judge() {
      // Nothing is wrong.
    },
    counterexamples: [{ name: 'a page', on: 'discover', answer: { as: 'html' } }],
    ...changes,
  });
}

/** The same, judging so. */
export function judging(judge: (evidence: Evidence) => unknown, changes: Partial<Own> = {}): Own {
  return acmeCheck('names-itself', { judge: judge as (evidence: Evidence) => Iterable<Seen>, ...changes });
}

/** The same, failing with this message. */
export function failing(message = 'it is not ours', changes: Partial<Own> = {}): Own {
  return judging((evidence) => [{ message, at: evidence.at('body') }], changes);
}

export function acmeScenario(drive: OwnScenario['drive'], changes: Partial<OwnScenario> = {}): OwnScenario {
  return defineScenario({
    id: 'acme/once-more',
    title: 'One device sends Discover once more',
    effect: 'read',
    devices: 1,
    drive,
    ...changes,
  });
}

export function acme(changes: Partial<OwnModule> = {}): OwnModule {
  return {
    prefix: 'acme',
    checks: [acmeCheck()],
    requirements: [{ id: 'ACME-01', rule: 'An answer is no page', source: 'ACME handbook, section 1' }],
    ...changes,
  };
}
