import type { Surroundings, Variation } from '../run/family.ts';
import type { SpecialToken } from '../sign-in/special-tokens.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { undecodableToken } from './made-up-tokens.ts';
import type { UserToken } from './messages/credential.ts';
import { meaningless, truncated, unprovenTokens, withOtherCharacter } from './spoilt-tokens.ts';
import type { AuthenticatedStep } from './steps.ts';

type Row = Variation<AuthenticatedStep>;

const element = '/s:Envelope/s:Header/wsse:Security/wsse:BinarySecurityToken';
const keyIdentifier = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#HexBinary';
const madeUpType = 'urn:mde-conformance:no-type-of-any-token';

/** Requests for either service whose token is not that of the sign-in, or stands in another form. */
export async function tokenRows({ context, credential }: Surroundings): Promise<readonly Row[]> {
  if (credential?.kind !== 'user-token') return [];
  const right = context.reveal(credential.token);
  return [
    ...changedTokens(right),
    ...unproven(right),
    ...writtenOtherwise(right, {
      undecodable: context.reveal(undecodableToken),
      reveal: (text) => context.reveal(new Secret('token', text)),
    }),
    ...(await special(context)),
  ];
}

function changedTokens(right: string): readonly Row[] {
  const deviations = ['token-changed'];
  return [
    { variant: 'the first half of the token', deviations, credential: userToken(truncated(right)) },
    { variant: 'the token with one other character', deviations, credential: userToken(withOtherCharacter(right)) },
    { variant: 'characters without meaning', deviations, credential: userToken(meaningless(right)) },
  ];
}

function unproven(right: string): readonly Row[] {
  const forms = unprovenTokens(right);
  if (!forms) return [];
  const deviations = ['token-signature'];
  const { otherPayload, unsigned } = forms;
  return [
    { variant: 'one more claim under the same signature', deviations, credential: userToken(otherPayload) },
    ...(unsigned === undefined
      ? []
      : [{ variant: 'the algorithm none and no signature', deviations, credential: userToken(unsigned) }]),
  ];
}

/** Redaction finds each text of a token only if it was revealed. */
function writtenOtherwise(
  right: string,
  { undecodable, reveal }: { readonly undecodable: string; readonly reveal: (text: string) => string },
): readonly Row[] {
  const base64 = Buffer.from(right, 'utf8').toString('base64');
  const base64url = Buffer.from(right, 'utf8').toString('base64url');
  const lines = base64.replaceAll(/.{1,76}/g, '$&\n');
  const instead = (by: string): Pick<Row, 'credential' | 'edits'> => ({
    credential: userToken(right),
    edits: [{ replace: base64, by }],
  });
  return [
    { variant: 'the token in lines of 76 characters', family: 'token-spacing', ...instead(reveal(lines)) },
    { variant: 'no base64', deviations: ['security-undecodable'], ...instead(undecodable) },
    {
      variant: 'another ValueType',
      deviations: ['token-value-type'],
      edits: [{ xml: { op: 'set', at: `${element}/@ValueType`, to: madeUpType } }],
    },
    {
      variant: 'another EncodingType',
      deviations: ['token-encoding'],
      edits: [{ xml: { op: 'set', at: `${element}/@EncodingType`, to: keyIdentifier } }],
    },
    ...(base64url === base64
      ? []
      : [{ variant: 'the alphabet of base64url', deviations: ['token-encoding'], ...instead(reveal(base64url)) }]),
  ];
}

/** What is wrong with each special token, or the family of those that are right. */
const specialRows: Readonly<Record<SpecialToken, Row>> = {
  expired: { variant: 'an expired token', deviations: ['token-expired'] },
  otherAudience: { variant: 'a token for another audience', deviations: ['token-audience'] },
  otherUser: { variant: 'a token of another user', family: 'other-user-token' },
  large: { variant: 'a token of 16 KB', family: 'large-token' },
};

async function special(context: Surroundings['context']): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, row] of Object.entries(specialRows)) {
    const token = await context.specialToken(name as SpecialToken);
    if (token) rows.push({ ...row, credential: { kind: 'user-token', token } });
  }
  return rows;
}

function userToken(text: string): UserToken {
  return { kind: 'user-token', token: new Secret('token', text) };
}
