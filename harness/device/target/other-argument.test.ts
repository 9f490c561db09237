import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveTarget } from './target.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'argument-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function problemOf(argument: string, config?: string): string {
  try {
    const options = { email: 'user@contoso.com', ...(config === undefined ? {} : { config }) };
    return resolveTarget(argument === '' ? undefined : argument, options, { MDE_PASSWORD: 'correct horse' }).url;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}`.replaceAll(`${folder}${path.sep}`, '') : '';
  }
}

describe('without a scheme', () => {
  test.for([
    'enroll.example.com/EnrollmentServer/Discovery.svc',
    'enroll.example.com:8443',
    'localhost:8080/Discovery.svc',
    '127.0.0.1:8080',
    '[::1]:8080',
  ])('%s has two readings, and both are named', (argument) => {
    expect(problemOf(argument)).toBe(
      `TargetError: "${argument}" has no scheme; write https://${argument} if it is a URL; ` +
        'it is no file either: there is none of that name',
    );
  });

  test('what exists as a file is one', () => {
    const file = path.join(folder, 'enroll.example.com');
    writeFileSync(file, 'url: https://mdm.example\nemail: a@b.example\n');
    expect(problemOf(file)).toBe('https://mdm.example/EnrollmentServer/Discovery.svc');
  });
});

describe('a file that is no target', () => {
  test.for([
    ['x.har', '"x.har" is a recording, not a target; judge it with: audit x.har'],
    ['Capture.SAZ', '"Capture.SAZ" is a recording, not a target; audit judges recordings, in the format HAR 1.2'],
    [
      'results.json',
      '"results.json" is the results of a run, not a target; judge its recording again with: audit session.har',
    ],
    [
      'report.html',
      '"report.html" is the report of a run, not a target; judge its recording again with: audit session.har',
    ],
    ['page.html', '"page.html" is a web page, not a target; expected a discovery URL'],
    ['target.yaml', 'the target file "target.yaml" does not exist; expected a discovery URL'],
    ['targets/a.json', 'the target file "targets/a.json" does not exist'],
    ['notes.txt', 'the file "notes.txt" does not exist'],
  ])('%s is told by its name, whether it exists or not', ([name = '', message = '']) => {
    expect(problemOf(name)).toContain(`TargetError: ${message}`);
  });

  test.for([
    ['HAR', '{"log":{"version":"1.2"}}', 'is a recording, not a target; judge it with: audit'],
    ['results', '{\n  "schemaVersion": 1,\n  "tool": {}}', 'is the results of a run, not a target'],
  ])('%s is told by its content', ([name = '', content = '', message = '']) => {
    const file = path.join(folder, `${name}-renamed.json`);
    writeFileSync(file, content);
    expect(problemOf(file)).toContain(message);
    expect(problemOf('', file)).toContain(message);
  });

  test('a folder is told as one', () => {
    const inside = path.join(folder, 'targets.yaml');
    mkdirSync(inside);
    expect(problemOf(inside)).toContain('the target file "targets.yaml" is a folder');
  });
});
