import { assess } from '../app/assess.ts';
import { readHar } from '../wire/har/har.ts';
import { recordReference } from '../testing/reference-run.ts';
import { varyBody, varying } from '../testing/varied-run.ts';
import type { Vary } from '../testing/varied-run.ts';
import { windowsEnrollment } from '../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../suites/index.ts';

const rounds = 5;
const occasion = { mode: 'audit', runId: 'bench', startedAt: '', durationMs: 0, target: '' } as const;
/** Nearly as many as a document may have. */
const instructions = '<?a?>'.repeat(49_000);
const crowded: Vary = varyBody((body) =>
  Buffer.from(Buffer.from(body).toString('utf8').replace('</s:Envelope>', `${instructions}</s:Envelope>`)),
);

/** Prints what an enrollment costs in whose answers stands as much markup as is read, in terms of the same enrollment without it. */
export async function benchBounds(): Promise<void> {
  const plain = await recordReference({ scenarios: [windowsEnrollment] });
  const heavy = await recordReference({ scenarios: [windowsEnrollment], between: varying(crowded) });
  cost(plain);
  cost(heavy);
  const pairs = Array.from({ length: rounds }, () => ({ plain: cost(plain), heavy: cost(heavy) }));
  const ratios = pairs.map((pair) => pair.heavy / pair.plain).toSorted((a, b) => a - b);
  const mib = (text: string): string => (Buffer.byteLength(text) / 1024 / 1024).toFixed(2);
  process.stdout.write(
    [
      `\nread, redact and judge one enrollment with ${instructions.length / 5} processing instructions in each answer; ${rounds} pairs\n`,
      `recordings of ${mib(heavy)} MiB and ${mib(plain)} MiB; ratio of their CPU times: ${(ratios[Math.floor(rounds / 2)] ?? Number.NaN).toFixed(1)} `,
      `(${(ratios[0] ?? Number.NaN).toFixed(1)}-${(ratios.at(-1) ?? Number.NaN).toFixed(1)})\n`,
    ].join(''),
  );
}

/** Milliseconds of CPU. */
function cost(har: string): number {
  const before = process.cpuUsage();
  assess(readHar(har), checks, occasion);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
