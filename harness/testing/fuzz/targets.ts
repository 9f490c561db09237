import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { TargetError } from '../../device/target/target-error.ts';
import { readTargetFile } from '../../device/target/target-file.ts';
import type { FuzzProperty } from './fuzz-property.ts';
import { mutated, mutationsOfJson } from './json.ts';

const target = {
  url: 'https://mdm.example/EnrollmentServer/Discovery.svc',
  email: 'user@contoso.example',
  capabilities: ['renewal'],
  deviceTrust: ['root.pem'],
  passwordEnv: 'MDE_PASSWORD',
  states: { 'device-cap': { user: { email: 'full@contoso.example', passwordEnv: 'FULL' } } },
};
const noise = fc.record({ at: fc.nat(), put: fc.string({ maxLength: 6, unit: 'binary' }), cut: fc.nat(8) });

/** Target files, changed as data and as text. */
export const targets: FuzzProperty = {
  name: 'targets',
  holds: 'A changed target file is read, or is refused with TargetError.',
  runs: 100,
  property: () =>
    Promise.resolve(
      fc.property(mutationsOfJson, fc.option(noise, { nil: undefined }), fc.boolean(), (mutations, spot, isYaml) => {
        const changed = mutated(target, mutations) ?? null;
        const text = isYaml ? stringify(changed) : JSON.stringify(changed);
        const place = (spot?.at ?? 0) % (text.length + 1);
        const written = spot ? text.slice(0, place) + spot.put + text.slice(place + spot.cut) : text;
        const folder = mkdtempSync(path.join(os.tmpdir(), 'mde-conformance-fuzz-'));
        try {
          const file = path.join(folder, isYaml ? 'target.yaml' : 'target.json');
          writeFileSync(file, written);
          readTargetFile(file);
        } catch (error) {
          if (!(error instanceof TargetError)) throw error;
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
    ),
};
