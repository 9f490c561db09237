import { expect, test } from 'vitest';
import { windowsEnrollment } from '../../suites/enrollment/scenarios/windows-enrollment.ts';
import { page } from '../../reports/html/page.ts';
import { referenceHar } from '../testing/reference-run.ts';
import { readRedactedHar } from '../wire/har/har.ts';
import { assess } from './assess.ts';
import { occasionOf } from './stored-session.ts';

test.each(['live', 'audit'] as const)(
  'that a password cannot be hidden well stands in the reports (%s)',
  async (mode) => {
    const user = { email: 'user@contoso.example', password: 'q7z' };
    const session = readRedactedHar(await referenceHar({ scenarios: [windowsEnrollment], user }));
    const results = assess(session, [], occasionOf(session, mode, 'session.har'));
    expect(results.run.secretNotes).toEqual([expect.stringContaining('has fewer than 4 characters')]);
    expect(page.render(results, session)).toContain('A password of the target has fewer than 4 characters;');
  },
);
