import { expect, test } from 'vitest';
import type { Session } from '../../wire/exchange/exchange.ts';
import { generator, mutate } from '../mutations.ts';
import { referenceSession } from '../reference-run.ts';
import { readResults } from '../../../reports/results/results.ts';
import { assess } from '../../app/assess.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { checks } from '../../../suites/index.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { asThirdParty } from '../as-third-party.ts';

const rounds = 24;
const session = await referenceSession({ scenarios: [windowsEnrollment, modernEnrollment, wrongPassword] });

test(
  `no mutation of an answer breaks a check or escapes (${rounds} rounds, the same each time)`,
  { timeout: 180_000 },
  () => {
    const pick = generator(20260115);
    for (let round = 0; round < rounds; round += 1) {
      const mutated: Session = { ...session, exchanges: session.exchanges.map((exchange) => mutate(exchange, pick)) };
      const stored: Session = round % 4 === 0 ? { exchanges: asThirdParty(mutated.exchanges) } : mutated;
      const results = assess(stored, checks, occasionOf(stored, 'audit', 'mutated.har'));
      const broken = results.judgements.filter(({ outcome }) => outcome === 'errored');
      expect(broken.map(({ check, reason }) => `round ${round}: ${check}: ${reason ?? ''}`)).toEqual([]);
      expect(readResults(JSON.stringify(results)).verdict).not.toBe('conformant');
    }
  },
);
