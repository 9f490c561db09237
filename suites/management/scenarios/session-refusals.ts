import type { RequestEdit } from '../../../harness/device/client/request-edit.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { managementAccount } from '../../../harness/device/management/account.ts';
import { betweenSessions, enrollForSessions } from './shared/managed-device.ts';

const deep = 10_000;

interface Wrong {
  readonly variant: string;
  readonly deviation: string;
  readonly edit: RequestEdit;
}

const wrongMessages: readonly Wrong[] = [
  { variant: 'a message that breaks off', deviation: 'malformed', edit: { cut: 40 } },
  { variant: 'an empty message', deviation: 'manage-empty', edit: { body: '' } },
  {
    variant: 'a document type with entities',
    deviation: 'doctype',
    edit: { before: '<!DOCTYPE SyncML [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;&a;">]>' },
  },
  { variant: `${deep} elements in one another`, deviation: 'malformed', edit: { before: '<a>'.repeat(deep) } },
];

/** Messages that are wrong, between two sessions that work. */
export const sessionRefusals: Scenario = {
  id: 'session-refusals',
  title: 'The management server gets messages that break off, are empty, or are made to be costly, and other methods',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const managed = await enrollForSessions(context, 'session-refusals');
    if (!managed) return;
    const { device, document, session } = managed;
    await betweenSessions(managed, async () => {
      for (const [index, { variant, deviation, edit }] of wrongMessages.entries()) {
        const name = `wrong-${index + 1}`;
        await session({ name, sessionId: '3', isKnock: true, variant, edits: [edit], deviations: [deviation] });
      }
      const address = managementAccount(document)?.url;
      if (address === undefined) return;
      for (const method of ['HEAD', 'PUT']) {
        const variant = `${method} at the management address`;
        await device.request(method, address, { name: method.toLowerCase(), variant, deviations: ['method'] });
      }
    });
  },
};
