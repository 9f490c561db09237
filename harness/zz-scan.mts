import { checks } from '../suites/index.ts';
import { scenarios } from '../suites/scenarios.ts';
import { referenceSession } from './testing/reference-run.ts';
import { assess } from './app/assess.ts';
import { occasionOf } from './app/stored-session.ts';
import { departuresOf } from './engine/rule/counterexample.ts';
const want = process.argv[2]!;
let n=0;
for (const check of checks) for (const [i, ce] of check.counterexamples.entries()) {
  const departures = departuresOf(ce);
  if (!departures.every((d:any) => 'on' in d && d.on === want && ('xml' in d || 'replace' in d || 'provisioning' in d || 'provisioningReplace' in d))) continue;
  n++;
  try {
    const session = await referenceSession({ departures, scenarios: scenarios.filter((s)=>s.way===undefined && s.id!=='large-request') });
    const r = assess(session, checks, occasionOf(session,'live',''));
    if (r.verdict==='unsound' ) console.log('UNSOUND', check.id, i, ce.name, r.because);
  } catch (e) { console.log('THREW', check.id, i, ce.name, String(e).slice(0,200)); }
}
console.log(want, n, 'done');
