import type { Answer, HttpRequest, Label } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { DeviceIdentity } from '../client/identity.ts';
import type { JwtCredential } from '../client/messages/credential.ts';
import type { EntraIssuer } from './entra-issuer.ts';
import type { EntraTarget, TokenVersion } from './entra-target.ts';
import { deviationOf } from './token-defect.ts';
import type { TokenDefect } from './token-defect.ts';
import { termsVersion, visitTerms } from './terms-visit.ts';
import type { TermsOutcome, TermsVisit } from './terms-visit.ts';

/** Which token a device gets. */
interface TokenWish {
  /** Default: the one that the server is known to take. */
  readonly version?: TokenVersion;
  readonly defect?: TokenDefect;
}

/** A visit of the terms of use, with a token of the device's user. */
export interface TermsStep extends TokenWish, Pick<TermsVisit, 'name' | 'does' | 'control' | 'variant'> {
  readonly joins: boolean;
  /** Default: the documented version. */
  readonly apiVersion?: string;
  /** The request carries no token. */
  readonly withoutToken?: true;
}

/** What a device does at Microsoft Entra, before and beside its enrollment. */
export interface DeviceEntra {
  /** A new token of the user, with the id of the device. */
  readonly credential: (wish?: TokenWish) => Promise<JwtCredential>;
  /** Opens the terms of use, and answers them. */
  readonly terms: (step: TermsStep) => Promise<TermsOutcome>;
  /** The server takes tokens of this version. */
  readonly usesVersion: (version: TokenVersion) => void;
}

/** What it is made from. */
export interface EntraParts {
  readonly target: { readonly email: string; readonly entra: EntraTarget };
  readonly issuer: EntraIssuer;
  readonly identity: DeviceIdentity;
  readonly reveal: Reveal;
  readonly accepts: (url: string) => boolean;
  /** Sends and records a request of the window. */
  readonly send: (
    request: HttpRequest,
    name: string,
    label: Pick<Label, 'control' | 'variant' | 'deviations'>,
  ) => Promise<Answer>;
}

/** A device whose user signs in at an issuer of ours. */
function createDeviceEntra({ target, issuer, identity, send, ...parts }: EntraParts): DeviceEntra {
  const deviceId = identity.deviceId.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const ids = seededBytes(`${identity.deviceId} terms of use`);
  const subject = ({ version = issuer.version() }: TokenWish) => ({ version, user: target.email });
  return {
    credential: async (wish = {}) => ({
      kind: 'jwt',
      token: await issuer.token({ ...subject(wish), deviceId }, wish.defect),
    }),
    terms: async (step) => {
      const { name, does, control, variant, defect, apiVersion = termsVersion, joins } = step;
      const deviations = [
        ...(defect === undefined ? [] : [deviationOf(defect)]),
        ...(step.withoutToken ? ['bearer-missing'] : []),
        ...(apiVersion === termsVersion ? [] : ['api-version']),
      ];
      const label = {
        ...(control === undefined ? {} : { control }),
        ...(variant === undefined ? {} : { variant }),
        ...(deviations.length === 0 ? {} : { deviations }),
      };
      const token = step.withoutToken ? undefined : await issuer.token(subject(step), defect);
      const requestId = Buffer.from(ids(16))
        .toString('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
      const question = { requestId, apiVersion, ...(joins ? { mode: 'azureadjoin' } : {}) };
      return await visitTerms(
        { name, does, question, ...label, ...(token ? { token } : {}) },
        {
          ...parts,
          page: target.entra.termsOfUse,
          controls: target.entra.accept,
          send: (request, step) => send(request, step, label),
        },
      );
    },
    usesVersion: issuer.usesVersion,
  };
}

/** The same for a device of a target; undefined where the target has no issuer. */
export function deviceEntraOf({
  target,
  issuer,
  ...parts
}: Omit<EntraParts, 'target' | 'issuer'> & {
  readonly target: { readonly email: string; readonly entra?: EntraTarget };
  readonly issuer: EntraIssuer | undefined;
}): DeviceEntra | undefined {
  const { email, entra } = target;
  return entra && issuer && createDeviceEntra({ ...parts, issuer, target: { email, entra } });
}
