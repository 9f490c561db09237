import type { RequestHandler } from '../../wire/transport/fetch-transport.ts';
import { departuresOf } from '../../engine/rule/counterexample.ts';
import { nearest } from '../../device/target/suggest.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { toFetchHandler } from '../../reference-server/mount/fetch-handler.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import type { ReferenceServerOptions } from '../../reference-server/mount/handler.ts';
import type { User } from '../../reference-server/services/user.ts';
import { checks } from '../../../suites/index.ts';
import { WrongOption } from './wrong-option.ts';

/** What a reference server in this process is made from; all has a default. */
export interface ReferenceOptions extends Partial<Omit<ReferenceServerOptions, 'origin' | 'departures'>> {
  /** The address for clients. Default: `https://enterpriseenrollment.contoso.example`. */
  readonly origin?: string;
  /** The field in which it reads the certificate of a client: PEM, percent-encoded. Default: `x-client-cert`. */
  readonly certificateHeader?: string;
  /** The check that it is to fail, with the number of the way from 1 behind a colon: `discovery/answer:2`. Default: none. */
  readonly defect?: string;
}

/** The reference server, without a socket. */
export interface Reference {
  readonly origin: string;
  /** Where clients ask first. */
  readonly url: string;
  /** The first user, with the password that the server expects. */
  readonly user: Pick<User, 'email' | 'password'>;
  readonly fetch: RequestHandler;
}

const usual = { email: 'user@contoso.example', password: 'correct horse battery staple' };

/**
 * Makes a server that follows every rule of the catalogue, or breaks one of them, for people who write clients. Its authority uses keys
 * that are published: it is for tests alone.
 * @throws {WrongOption} for a defect that does not exist, or no user.
 */
export function referenceServer({
  origin = 'https://enterpriseenrollment.contoso.example',
  certificateHeader = 'x-client-cert',
  defect,
  ...options
}: ReferenceOptions = {}): Reference {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new WrongOption(`"origin" is ${JSON.stringify(origin)}; expected one such as https://mdm.example`);
  }
  const { users = [usual] } = options;
  const [first] = users;
  if (first === undefined) throw new WrongOption('"users" is empty; expected at least one { email, password }');
  const server = createReferenceServer({
    now: () => new Date(),
    seed: 'reference',
    keys: poolAuthorityKeys(),
    ...options,
    users,
    origin,
    ...(defect === undefined ? {} : { departures: departuresFor(defect) }),
  });
  return {
    origin,
    url: `${origin}/EnrollmentServer/Discovery.svc`,
    user: { email: first.email, password: first.password },
    fetch: toFetchHandler(server, { certificateHeader }),
  };
}

function departuresFor(defect: string): NonNullable<ReferenceServerOptions['departures']> {
  const [, id = '', way = '1'] = /^(.*?)(?::(\d+))?$/s.exec(defect) ?? [];
  const check = checks.find((one) => one.id === id);
  if (!check) {
    const meant = nearest(
      id,
      checks.map((one) => one.id),
    );
    throw new WrongOption(
      `"defect": there is no check "${id}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    );
  }
  const counterexample = check.counterexamples[Number(way) - 1];
  if (counterexample) return departuresOf(counterexample);
  throw new WrongOption(`"defect": ${id} can be failed in ${check.counterexamples.length} ways, and none is ${way}`);
}
