import type { DeviceTree } from './device-tree.ts';
import type { Unnumbered } from './unnumbered.ts';

/** What may differ in the first message of a session. */
export interface PackageOne {
  /** Who is logged in, as LoginStatus says it. Default: `user`. */
  readonly login?: 'user' | 'others' | 'none';
  /** What the session is about besides that it begins, such as the wish to leave. */
  readonly alerts?: readonly Unnumbered[];
}

const about = ['DevId', 'Man', 'Mod', 'DmV', 'Lang'];

/** What Windows 11 26200 sent: the session begins, who is logged in, and what the device is (go-microsoft-dm, captures). */
export function packageOne({ login = 'user', alerts = [] }: PackageOne, tree: DeviceTree): readonly Unnumbered[] {
  return [
    { name: 'Alert', code: '1201' },
    { name: 'Alert', code: '1224', items: [{ meta: { Type: 'com.microsoft/MDM/LoginStatus' }, data: login }] },
    ...alerts,
    {
      name: 'Replace',
      items: about.map((name) => {
        const source = `./DevInfo/${name}`;
        return { source, data: tree.get(source)?.value ?? '' };
      }),
    },
  ];
}
