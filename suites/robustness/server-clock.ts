import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header } from '../../harness/engine/rule/departures.ts';

const tolerance = 5 * 60_000;

/** If the clock of a server is wrong, its certificates and timestamps are not valid for the device. */
export const serverClock = defineCheck({
  id: 'robustness/server-clock',
  title: 'The clock of the server agrees with that of the client to five minutes',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['ROB-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether what the server issues is valid by the clock of the device' },
  remedy: 'Keep the clock of the server synchronised.',
  needs: { each: ['probe', 'discover', 'get-policies', 'issue'], filter: 'answered' },
  applies: {
    when: 'the answer has a Date that can be read',
    test: ({ headers }) => headers('Date').some(({ value }) => !Number.isNaN(Date.parse(value))),
  },

  *judge({ headers, now, exchange }) {
    for (const field of headers('Date')) {
      const minutes = Math.round((Date.parse(field.value) - now.getTime()) / 60_000);
      if (Math.abs(Date.parse(field.value) - now.getTime()) > tolerance + exchange.durationMs) {
        const side = minutes < 0 ? 'behind' : 'ahead of';
        yield {
          message: `Date is ${Math.abs(minutes)} minutes ${side} the client's clock`,
          at: field,
          actual: field.value,
        };
      }
    }
  },

  counterexamples: [{ name: 'a clock of long ago', ...header('discover', 'Date', 'Thu, 15 Jan 2026 08:30:00 GMT') }],
});
