import type { DeviceIdentity } from '../client/identity.ts';

/** A value of the device, or the folder of others. */
interface TreeNode {
  /** As `Format` of `syncml:metinf` says it; a folder is a `node`. */
  readonly format: string;
  readonly value: string;
  readonly canReplace?: boolean;
}

/** The values that a server may ask for and change, by their addresses without `./Device`. */
export interface DeviceTree {
  /** Missing: there is no such node. A folder lists the names in it, with a slash between them. */
  readonly get: (uri: string) => TreeNode | undefined;
  readonly set: (uri: string, node: TreeNode) => void;
  /** With everything below. False: there is none. */
  readonly remove: (uri: string) => boolean;
  /** What Exec can start. */
  readonly canExecute: (uri: string) => boolean;
  /** A copy of all values, and the way back to it. */
  readonly keep: () => () => void;
}

export interface TreeOptions {
  readonly identity: DeviceIdentity;
  /** As DevDetail tells it: `10.0.26200.9278`. */
  readonly softwareVersion: string;
  readonly providerId: string;
}

const text = (value: string, canReplace = false): TreeNode => ({ format: 'chr', value, canReplace });

/** The nodes of a device that a server asks first: DevInfo, DevDetail and the provider in DMClient (Learn, configuration service providers). */
export function createDeviceTree({ identity, softwareVersion, providerId }: TreeOptions): DeviceTree {
  const provider = `./Vendor/MSFT/DMClient/Provider/${providerId}`;
  let nodes = new Map<string, TreeNode>([
    ['./DevInfo/DevId', text(identity.deviceId)],
    ['./DevInfo/Man', text('Microsoft Corporation')],
    ['./DevInfo/Mod', text('Virtual Machine')],
    ['./DevInfo/DmV', text('1.3')],
    ['./DevInfo/Lang', text('en-US')],
    ['./DevDetail/SwV', text(softwareVersion)],
    ['./DevDetail/OEM', text('Microsoft Corporation')],
    ['./DevDetail/DevTyp', text('Virtual Machine')],
    ['./DevDetail/LrgObj', { format: 'bool', value: 'false' }],
    ['./DevDetail/URI/MaxDepth', { format: 'int', value: '0' }],
    ['./DevDetail/URI/MaxTotLen', { format: 'int', value: '0' }],
    ['./DevDetail/URI/MaxSegLen', { format: 'int', value: '0' }],
    ['./DevDetail/Ext/Microsoft/DeviceName', text(identity.name)],
    ['./DevDetail/Ext/Microsoft/OSPlatform', text('Windows')],
    [`${provider}/EntDMID`, text('', true)],
    [`${provider}/UPN`, text('', true)],
    [`${provider}/SyncApplicationVersion`, text('1.0', true)],
    [`${provider}/MaxSyncApplicationVersion`, text('5.0')],
    [`${provider}/Poll/PollOnLogin`, { format: 'bool', value: 'true', canReplace: true }],
  ]);
  const executable = [`${provider}/Unenroll`, './Vendor/MSFT/DMClient/Unenroll'];
  return {
    get: (uri) => {
      const address = plainAddress(uri);
      const leaf = nodes.get(address);
      if (leaf) return leaf;
      const below = [...nodes.keys(), ...executable].filter((name) => name.startsWith(`${address}/`));
      const names = new Set(below.map((name) => name.slice(address.length + 1).replace(/\/.*/, '')));
      return names.size === 0 ? undefined : { format: 'node', value: [...names].join('/') };
    },
    set: (uri, node) => void nodes.set(plainAddress(uri), node),
    remove: (uri) => {
      const address = plainAddress(uri);
      const before = nodes.size;
      nodes = new Map([...nodes].filter(([name]) => name !== address && !name.startsWith(`${address}/`)));
      return nodes.size < before;
    },
    canExecute: (uri) => executable.includes(plainAddress(uri)),
    keep: () => {
      const kept = new Map(nodes);
      return () => {
        nodes = kept;
      };
    },
  };
}

/** `./Device/…` is what an address without it means; a slash at the end, and a query, mean nothing here. */
function plainAddress(uri: string): string {
  return uri
    .replace(/\?.*$/s, '')
    .replace(/\/+$/, '')
    .replace(/^\.\/Device(?=\/)/, '.');
}
