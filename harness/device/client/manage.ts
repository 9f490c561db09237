import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { Answer, Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { managementAccount } from '../management/account.ts';
import { createDeviceTree } from '../management/device-tree.ts';
import { proofOf } from '../management/proof.ts';
import { holdSession } from '../management/session.ts';
import type { Device } from './device-operations.ts';
import { asClientCertificate } from './held-certificate.ts';
import type { DeviceIdentity } from './identity.ts';
import type { Profile } from './profile.ts';
import { signatureOf } from './message-signing.ts';
import { editRequest } from './request-edit.ts';
import { managementRequest } from './request.ts';
import type { MessageOptions } from './steps.ts';

/** What a device holds its management sessions with. */
export interface ManageParts {
  readonly identity: DeviceIdentity;
  readonly profile: Profile;
  /** Whether the device would use an address that the server named. */
  readonly accepts: (url: string) => boolean;
  readonly reveal: Reveal;
  /** What a joined device adds to each request. */
  readonly bearer: () => Promise<readonly Header[]>;
  readonly now: () => Date;
  readonly send: (request: HttpRequest, name: string, options: MessageOptions) => Promise<Answer>;
}

/** Lets a device hold sessions, each message in a request of its own. */
export function createManage({ identity, profile, accepts, reveal, bearer, now, send }: ManageParts): Device['manage'] {
  return async (document, step) => {
    const account = managementAccount(document);
    if (!account || !accepts(account.url)) return undefined;
    const { held, edits = [], isWrongProof, signing, ownId: deviceId = identity.deviceId } = step;
    const headers = [...(await bearer()), ...(step.headers ?? [])];
    const { url, providerId, credential, isSigned } = account;
    const base = correlationOf(`${deviceId} ${step.sessionId}`);
    return await holdSession({
      ...step,
      url,
      ...(credential
        ? {
            account: {
              name: credential.name,
              prove: (challenge) => proofOf(credential, challenge, { reveal, isWrong: isWrongProof }),
            },
          }
        : {}),
      deviceId,
      tree: createDeviceTree({
        identity: { ...identity, deviceId },
        softwareVersion: profile.applicationVersion,
        providerId,
      }),
      send: async (message, { number, isProof, isRepetition }) => {
        const isMachine = step.login === 'none';
        const correlation = `${base}.${number}`;
        const unsigned = editRequest(managementRequest(url, message, { isMachine, correlation, more: headers }), edits);
        const signature = isSigned ? await signatureOf(unsigned.body, { held, signing, now }) : [];
        const request = { ...unsigned, headers: [...unsigned.headers, ...signature] };
        // Before it proves itself wrongly, the device does nothing wrong, if nothing else is.
        const isWrongLater = step.deviations?.every((deviation) => deviation === 'manage-wrong-proof') === true;
        const label = isWrongLater && !isProof ? withoutVariant(step) : step;
        return await send(
          held ? { ...request, connection: { clientCertificate: asClientCertificate(held) } } : request,
          'manage',
          {
            ...label,
            name: `${step.name}-${number}${isRepetition ? '-before' : ''}`,
          },
        );
      },
    });
  };
}

function withoutVariant({ control, profile, callback }: MessageOptions): MessageOptions {
  return {
    ...(control === undefined ? {} : { control }),
    ...(profile === undefined ? {} : { profile }),
    ...(callback === undefined ? {} : { callback }),
  };
}

/** The base of a correlation vector: 22 characters of base64. */
function correlationOf(text: string): string {
  return Buffer.from(seededBytes(text)(16)).toString('base64').slice(0, 22);
}
