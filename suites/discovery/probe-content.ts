import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { answer, header } from '../../harness/engine/rule/departures.ts';

/** So did Windows 11 26200 (go-microsoft-dm). */
const wentOn: Impact = {
  kind: 'tolerated',
  says: 'Windows 10 went on after an answer without a Content-Type',
  evidence: witnesses.windows10,
};

/** The one published answer to the probe; the device reads nothing from it. */
export const probeContent = defineCheck({
  id: 'discovery/probe-content',
  title: 'The probe is answered with an empty text/html document, as published',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-17'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of another answer to its probe than the published one' },
  remedy: 'Send Content-Type: text/html and no body.',
  needs: { each: 'probe' },
  applies: { when: 'the probe is answered with HTTP 200', test: ({ response }) => response.status === 200 },

  *judge({ response, headers, at }) {
    const types = headers('Content-Type');
    if (types.length === 0)
      yield { message: 'The answer has no Content-Type', at: at('headers'), expected: 'text/html', impact: wentOn };
    for (const type of types) {
      if (!/^\s*text\/html\s*(?:;|$)/i.test(type.value)) {
        yield { message: `Content-Type is "${type.value}"`, at: type, expected: 'text/html', actual: type.value };
      }
    }
    const { length } = response.body;
    if (length > 0) {
      yield { message: `The body has ${length} bytes`, at: at('body'), expected: '0', actual: String(length) };
    }
  },

  counterexamples: [
    { name: 'no Content-Type', ...header('probe', 'Content-Type') },
    { name: 'plain text', ...header('probe', 'Content-Type', 'text/plain; charset=UTF-8') },
    { name: 'a page for people', ...answer('probe', { as: 'html' }) },
  ],
});
