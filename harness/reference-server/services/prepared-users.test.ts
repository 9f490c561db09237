import { expect, test } from 'vitest';
import { stateNames } from '../../engine/evidence/state-names.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { createReferenceServer } from '../mount/handler.ts';
import { refusalNamed, refusalNames } from './particular-refusals.ts';
import { preparedStates, preparedUsers } from './prepared-users.ts';
import { answerTo, subcodeOf, texts } from '../testing/answers.ts';
import { instant, origin, policiesRequest, tokenRequest, user, usernameToken } from '../testing/requests.ts';

const password = 'a password for all of them';

test('there is a prepared user for each state', () => {
  const named = Object.entries(preparedStates(password));
  expect(named.map(([state]) => state)).toEqual(stateNames.filter((state) => state !== 'renewal-due'));
  const emails = named.map(([, { email }]) => email);
  expect([...emails, 'due@contoso.example']).toEqual(preparedUsers(password).map(({ email }) => email));
});

const refused = preparedUsers(password).filter(({ refusal }) => refusal !== undefined);

test.for(refused)('$email may ask for policies, and is refused a certificate', async (prepared) => {
  const server = createReferenceServer({
    origin,
    now: () => instant,
    seed: 'test',
    users: [user, ...preparedUsers(password)],
    keys: poolAuthorityKeys(),
  });
  const security = usernameToken(password, prepared.email);
  expect((await answerTo(policiesRequest({ security }), server)).status).toBe(200);
  const refusal = await answerTo(tokenRequest({ security }), server);
  expect(subcodeOf(refusal)).toBe(prepared.refusal?.subcode);
  expect(texts(refusal.body, '//wstep:ErrorType')).toEqual([prepared.refusal?.errorType].filter(Boolean));
  expect(texts(refusal.body, '//s:Reason/s:Text')).toEqual([prepared.refusal?.reason]);
  expect(server.issued()).toBe(0);
});

test('a refusal is known by its subcode or ErrorType, and by no other word', () => {
  expect(refusalNames).toHaveLength(15);
  expect(refusalNamed('DeviceCapReached')).toMatchObject({ subcode: 'Authorization', errorType: 'DeviceCapReached' });
  expect(() => refusalNamed('SqlError')).toThrow(RangeError);
});
