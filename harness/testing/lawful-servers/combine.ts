import type { Vary } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

/** A lawful server that is unlike the reference server in all the ways of others, whose answers are changed in their order. */
export function combine(
  own: Pick<LawfulServer, 'name' | 'because' | 'advice' | 'unjudged'>,
  parts: readonly Omit<LawfulServer, 'name'>[],
): LawfulServer {
  const together = <K extends keyof LawfulServer>(key: K): readonly NonNullable<LawfulServer[K]>[] =>
    parts.flatMap((part) => {
      const value = (part as Partial<LawfulServer>)[key];
      return value === undefined ? [] : [value];
    });
  const vary: Vary = (response, about) => together('vary').reduce((varied, change) => change(varied, about), response);
  const [path] = together('path');
  const [auth] = together('auth');
  return {
    advice: Object.assign({}, ...together('advice')) as Readonly<Record<string, string>>,
    unjudged: Object.assign({}, ...together('unjudged')) as Readonly<Record<string, string>>,
    ...own,
    departures: together('departures').flat(),
    vary,
    route: (request) => together('route').reduce((url, route) => route({ ...request, url }), request.url),
    reads: (message) => together('reads').reduce((read, reads) => reads(read), message),
    deviceTrust: together('deviceTrust').flat(),
    leavesOut: together('leavesOut').flat(),
    ...(path === undefined ? {} : { path }),
    ...(auth === undefined ? {} : { auth }),
  };
}
