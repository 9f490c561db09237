import type { IConfiguration } from 'dependency-cruiser';

/** A folder of the house, and which others its files may import. */
export interface Floor {
  readonly name: string;
  readonly path: string;
  readonly holds: string;
  /** Names of floors further up the list. */
  readonly mayImport: readonly string[];
  readonly because: string;
}

export declare const floors: readonly Floor[];
export declare const engineRooms: readonly string[];

declare const configuration: IConfiguration;
export default configuration;
