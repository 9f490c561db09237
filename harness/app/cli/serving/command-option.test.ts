import { describe, expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { commandNamed } from './command-option.ts';

const allow = './Vendor/MSFT/Policy/Config/Camera/AllowCamera';

describe('--command', () => {
  test.each([
    ['get:./DevDetail/SwV', { name: 'Get', items: [{ target: './DevDetail/SwV' }] }],
    [`replace:${allow}=0`, { name: 'Replace', items: [{ target: allow, meta: { Format: 'int' }, data: '0' }] }],
    ['replace:./A/B=true', { name: 'Replace', items: [{ target: './A/B', meta: { Format: 'bool' }, data: 'true' }] }],
    ['replace:./A/B=a=b', { name: 'Replace', items: [{ target: './A/B', meta: { Format: 'chr' }, data: 'a=b' }] }],
    ['exec:./A/Run', { name: 'Exec', items: [{ target: './A/Run' }] }],
    ['exec:./A/Run=now', { name: 'Exec', items: [{ target: './A/Run', meta: { Format: 'chr' }, data: 'now' }] }],
  ])('%s', (word, command) => {
    expect(commandNamed(word)).toEqual(command);
  });

  test.each(['get', 'delete:./A', 'get:/A', 'get:./A=1', 'replace:./A', 'get ./A', ''])('refuses "%s"', (word) => {
    expect(() => commandNamed(word)).toThrow(UsageError);
  });
});
