import type { RequestListener } from 'node:http';
import { isUnreachable } from '../../device/run/device-keys.ts';
import { discoveryUrl, isEmail } from '../../device/target/target-address.ts';
import type { TargetDescription } from '../../device/target/target-description.ts';
import { fetchTransport } from '../../wire/transport/fetch-transport.ts';
import type { RequestHandler } from '../../wire/transport/fetch-transport.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import { scenariosInAllWays } from '../../../suites/ways.ts';
import type { OwnModule } from '../own-checks/own-module.ts';
import { apart, checksWith, neededWith } from '../own-checks/with-modules.ts';
import type { Apart } from '../own-checks/with-modules.ts';
import { recordSession } from '../record-session.ts';
import type { RecordingOptions } from '../record-session.ts';
import type { StoredSession } from '../stored-session.ts';
import { listenerHandler } from './listener-handler.ts';
import { ownModules } from './own-modules.ts';
import { selected } from './selected.ts';
import { WrongOption } from './wrong-option.ts';

/** The server, in one of three ways, the user who enrolls, and what limits the run. All but `url` and `email` has a default. */
export interface EnrollOptions
  extends
    TargetDescription,
    Partial<
      Omit<
        RecordingOptions,
        'target' | 'transport' | 'scenarios' | 'filters' | 'selected' | 'isEmbedded' | 'watch' | 'modules'
      >
    > {
  /** The server in this process: anything that answers a `Request` with a `Response`, such as `app.fetch` of Hono. */
  readonly fetch?: RequestHandler;
  /** The server in this process: what `http.createServer` takes, such as an app of Express. It gets a port on loopback until the run ends. */
  readonly listener?: RequestListener;
  /** Only what these checks need is driven, by ids or patterns such as `discovery/*`. Default: all. */
  readonly only?: readonly string[];
  /** Modules of checks of your own: their scenarios are driven behind ours, and `only` may name their checks. Default: none. */
  readonly checks?: readonly OwnModule[];
  /** For one exchange, in milliseconds. Default: 30,000. */
  readonly timeoutMs?: number;
  /** Goes on where the certificate of the server does not validate. Without `fetch` and `listener` only. */
  readonly tlsReportOnly?: boolean;
}

/**
 * Lets simulated Windows devices enroll, and returns what was recorded, for `judge`. With `fetch` or `listener` nothing leaves the process,
 * and `certificateHeader` names the field in which the server reads the certificate of a client, as behind a proxy that ends TLS.
 *
 * The devices of a server in this process, at an address below `.example` or on loopback, use published keys: making 128 takes ten seconds.
 * @throws {WrongOption} before anything is sent, with the option to change.
 */
export async function enroll(options: EnrollOptions): Promise<StoredSession> {
  const { fetch, listener, only, checks, tlsReportOnly = false, ...rest } = options;
  const url = addressOf(options.url);
  if (fetch !== undefined && listener !== undefined) {
    throw new WrongOption('"fetch" and "listener" both name the server; keep one');
  }
  if (!isEmail(options.email)) {
    throw new WrongOption(`"email" is ${JSON.stringify(options.email)}; expected an address such as user@contoso.com`);
  }
  const modules = ownModules(checks);
  const all = checksWith(modules);
  const chosen = apart(only === undefined ? all : selected(only, all), modules, only === undefined);
  const isInProcess = fetch !== undefined || listener !== undefined;
  const keys = isInProcess && isUnreachable(url) ? 'pool' : 'generated';
  const served = listener === undefined ? undefined : listenerHandler(functionOf('listener', listener));
  const handler = fetch === undefined ? served?.handler : functionOf('fetch', fetch);
  const transport = handler
    ? fetchTransport(handler, inProcess(options))
    : createLiveTransport({ ...timed(options), ...trust(options), tlsReportOnly });
  try {
    return await recordSession({ keys, ...rest, target: { ...rest, url }, transport, ...limits(chosen, only) });
  } finally {
    served?.close();
  }
}

function addressOf(url: unknown): string {
  if (typeof url !== 'string') {
    throw new WrongOption(
      `"url" is ${url === undefined ? 'missing' : typeof url}; expected the address of discovery, such as https://mdm.example/EnrollmentServer/Discovery.svc`,
    );
  }
  return discoveryUrl(url);
}

function inProcess(options: EnrollOptions): Parameters<typeof fetchTransport>[1] {
  const { certificateHeader } = options;
  return { ...timed(options), ...(certificateHeader === undefined ? {} : { certificateHeader }) };
}

function timed({ timeoutMs }: EnrollOptions): { readonly timeoutMs?: number } {
  return timeoutMs === undefined ? {} : { timeoutMs };
}

function trust({ ca }: EnrollOptions): { readonly ca?: readonly string[] } {
  return ca === undefined ? {} : { ca: [ca] };
}

/** A session notes its limits and its modules, so that it is never judged by what it could not show. */
function limits(chosen: Apart, only: readonly string[] | undefined): Partial<RecordingOptions> {
  const { ours, modules } = chosen;
  const noted = modules.length === 0 ? {} : { modules: modules.map(({ name }) => name) };
  if (only === undefined) {
    const scenarios = [...scenariosInAllWays, ...modules.flatMap((module) => module.scenarios)];
    return modules.length === 0 ? {} : { ...noted, scenarios };
  }
  return {
    ...noted,
    scenarios: neededWith(chosen, scenariosInAllWays),
    selected: [...ours, ...modules.flatMap(({ checks }) => checks)].map(({ id }) => id),
    filters: only.map((id) => `check=${id}`),
  };
}

function functionOf<Value>(name: 'fetch' | 'listener', value: Value): Value {
  if (typeof value === 'function') return value;
  const hint = name === 'fetch' ? 'the function, such as app.fetch' : 'the function that http.createServer takes';
  throw new WrongOption(`"${name}" is ${value === null ? 'null' : `of type ${typeof value}`}; give ${hint}`);
}
