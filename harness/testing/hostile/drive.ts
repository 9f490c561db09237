import { assess } from '../../app/assess.ts';
import { deliver, prepareDelivery } from '../../app/cli/deliver.ts';
import { keptIo } from '../../app/cli/testing/io.ts';
import type { Called } from '../../app/cli/testing/io.ts';
import { recordSession } from '../../app/record-session.ts';
import { occasionOf } from '../../app/stored-session.ts';
import type { StoredSession } from '../../app/stored-session.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../../suites/index.ts';
import { user } from './canary.ts';

/** Where to enroll. */
export interface Server {
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  /** Seconds of one exchange. */
  readonly timeout: number;
}

/** One enrollment over sockets and its reports: what `run` does, but with keys that need not be made first. */
export async function drive({ url, ca, timeout }: Server, out: string): Promise<Called> {
  const stored = await recordSession({
    target: { url, ...user, ca, deviceTrust: [], capabilities: [] },
    transport: createLiveTransport({ ca: [ca], timeoutMs: timeout * 1000 }),
    scenarios: [windowsEnrollment],
    keys: 'pool',
    seed: 'hostile',
  });
  return await report(stored, out);
}

/** Judges a session and writes all its reports, as `run` does. */
export async function report({ session, pieces }: StoredSession, out: string): Promise<Called> {
  const delivery = await prepareDelivery({ out, format: 'html,junit' });
  const kept = keptIo();
  const results = assess(session, checks, occasionOf(session, 'live', ''));
  const code = await deliver({ results, session, har: pieces }, delivery, kept.io);
  return { code, out: kept.out(), err: kept.err() };
}
