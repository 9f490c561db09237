import type { LawfulServer } from './lawful-server.ts';
import { rewritingDocument } from './rewriting.ts';

const series = ['FirstRetries', 'SecondRetries', 'RemainingScheduledRetries'] as const;
const intervals = ['FirstSetOfRetries', 'SecondSetOfRetries', 'RemainingScheduledRetries'] as const;

/** A count and an interval in minutes; absent where its parms are. */
type Series = readonly [count: number, interval: number] | undefined;

/** The rules of MS-MDE2 2.2.9.3 leave more schedules than the one of the reference server. */
const schedules: Readonly<Record<string, readonly [Series?, Series?, Series?]>> = {
  'by defaults': [],
  'first often, then once a day for ever': [
    [8, 15],
    [5, 180],
    [0, 1440],
  ],
  'in one series': [
    [10, 15],
    [0, 0],
    [0, 0],
  ],
  'in a second series for ever': [
    [10, 15],
    [0, 60],
    [0, 0],
  ],
  'a few times only': [
    [1, 1],
    [1, 2],
    [1, 1440],
  ],
  'without a second series': [
    [3, 60],
    [0, 0],
    [0, 1440],
  ],
  'in a last series that ends': [
    [3, 60],
    [0, 0],
    [7, 9999],
  ],
  'without saying anything of a second series': [[5, 15], undefined, [0, 1560]],
  'as the samples': [
    [8, 15],
    [5, 3],
    [0, 1560],
  ],
};

const parm = (name: string, value: number | undefined): string =>
  value === undefined ? '' : `<parm name="${name}" value="${value}" datatype="integer"/>`;

const written = (schedule: readonly Series[]): string =>
  series
    .map((name, index) => {
      const [count, interval] = schedule[index] ?? [];
      return parm(`NumberOf${name}`, count) + parm(`IntervalFor${intervals[index] ?? ''}`, interval);
    })
    .join('');

/** Servers with other polling schedules. */
export const pollingServers: readonly LawfulServer[] = Object.entries(schedules).map(([name, schedule]) => ({
  name: `polls ${name}`,
  vary: rewritingDocument((text) => text.replace(/(type="Poll">).*?(<\/characteristic>)/s, `$1${written(schedule)}$2`)),
  ...(name === 'as the samples'
    ? { advice: { 'provisioning/polling-second-interval': 'the second interval is to be the longer one (Q15)' } }
    : {}),
}));
