import fc from 'fast-check';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { validateMessage } from '../../protocol/xml/validate-message.ts';
import { checks } from '../../../suites/index.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { asThirdParty } from '../as-third-party.ts';
import { generator, mutate } from '../mutations.ts';
import { referenceSession } from '../reference-run.ts';
import type { FuzzProperty } from './fuzz-property.ts';

/** Answers of the reference server, each changed several times. */
export const messages: FuzzProperty = {
  name: 'messages',
  holds: 'Changed answers have a verdict by `validate`, and no check breaks on them.',
  runs: 15,
  property: async () => {
    const session = await referenceSession({ scenarios: [windowsEnrollment] });
    return fc.property(fc.integer(), fc.integer({ min: 1, max: 3 }), fc.boolean(), (seed, times, isForeign) => {
      const pick = generator(seed);
      const changed = session.exchanges.map((exchange) =>
        Array.from({ length: times }).reduce<typeof exchange>((before) => mutate(before, pick), exchange),
      );
      for (const { answer } of changed) if (answer.response) validateMessage(answer.response.body);
      const stored = isForeign ? { exchanges: asThirdParty(changed) } : { ...session, exchanges: changed };
      const { judgements } = assess(stored, checks, occasionOf(stored, 'audit', 'fuzz.har'));
      const broken = judgements.find(({ outcome }) => outcome === 'errored');
      if (broken) throw new Error(`${broken.check} broke: ${broken.reason ?? ''}`);
    });
  },
};
