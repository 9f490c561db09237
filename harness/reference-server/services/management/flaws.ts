import type { ManagementFlaw } from '../../../engine/rule/management-behaviour.ts';
import type { Item, Request } from '../../../protocol/syncml/message.ts';
import type { Unnumbered } from './management-desk.ts';

const group = (...commands: readonly Unnumbered[]): Unnumbered => ({ name: 'Atomic', commands });
const command = (name: Request['name'], ...items: readonly Item[]): Unnumbered => ({ name, items });
const value = (target: string): Item => ({ target, meta: { Format: 'chr' }, data: '1' });

const policy = './Device/Vendor/MSFT/Policy/Config/Browser/HomePages';
const ofUser = './User/Vendor/MSFT/Policy/Config/Browser/HomePages';
const app = './Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7B0%7D/DownloadInstall';

/** One command of each sort that a device does not do as it is meant. */
export const flaws: Readonly<Record<ManagementFlaw, Unnumbered>> = {
  'get-in-atomic': group(command('Get', { target: './DevDetail/SwV' })),
  'atomic-in-atomic': group(group(command('Add', value(policy)))),
  'replace-after-add': group(command('Add', value(policy)), command('Replace', value(policy))),
  'exec-before-add': {
    name: 'Sequence',
    commands: [command('Exec', { target: app }), command('Add', { target: app })],
  },
  'both-scopes-in-atomic': group(command('Add', value(policy)), command('Add', value(ofUser))),
  'user-scope': command('Add', value(ofUser)),
  'renewal-settings': command('Replace', {
    target: './Vendor/MSFT/CertificateStore/My/WSTEP/Renew/RenewPeriod',
    meta: { Format: 'int' },
    data: '42',
  }),
  'exec-of-two': command('Exec', { target: app }, { target: app }),
  'get-with-data': command('Get', { target: './DevDetail/SwV', data: '1' }),
  'add-without-target': command('Add', { meta: { Format: 'chr' }, data: '1' }),
  'slash-address': command('Get', { target: '/DevDetail/SwV' }),
};
