import { describe, expect, test } from 'vitest';
import { deliveryOptionsOf, inVariables, sourceOf } from './run-settings.ts';

describe('the session comes from', () => {
  test('the capture that MDE_CAPTURE names', () => {
    expect(sourceOf({ MDE_CAPTURE: 'session.har' })).toEqual({ mode: 'audit', capture: 'session.har' });
  });

  test('the target that MDE_TARGET names, with the options of the command', () => {
    const env = { MDE_TARGET: 'contoso.com', MDE_EMAIL: 'user@contoso.com', MDE_CA: 'root.pem', MDE_SEED: 's' };
    expect(sourceOf({ ...env, MDE_TIMEOUT: '5', MDE_TLS_REPORT_ONLY: '1', MDE_AUTH: '' })).toEqual({
      mode: 'live',
      target: 'contoso.com',
      options: { email: 'user@contoso.com', ca: 'root.pem', seed: 's', timeoutMs: 5000, tlsReportOnly: true },
    });
  });

  test('the embedded reference server otherwise, also where the password of a target is set', () => {
    expect(sourceOf({ MDE_PASSWORD: 'secret', MDE_OUT: 'reports', PATH: '/bin' })).toEqual({
      mode: 'live',
      target: undefined,
      options: { timeoutMs: 30_000, tlsReportOnly: false },
    });
  });
});

describe('refuses', () => {
  test.for<[name: string, env: Record<string, string>, message: string]>([
    [
      'a capture and a target at once',
      { MDE_CAPTURE: 'a.har', MDE_TARGET: 'a.com' },
      'MDE_CAPTURE and MDE_TARGET are both set',
    ],
    [
      'the user of a target that is not named',
      { MDE_EMAIL: 'user@a.com' },
      'MDE_EMAIL is set, but there is no target: set MDE_TARGET',
    ],
    [
      'a misspelt target',
      { MDE_TARGTE: 'a.com' },
      'MDE_TARGTE is set, but there is no target: this variable is unknown',
    ],
    ['a time that is no number', { MDE_TARGET: 'a.com', MDE_TIMEOUT: 'soon' }, 'MDE_TIMEOUT: "soon" is not allowed'],
    [
      'a switch that is neither on nor off',
      { MDE_TARGET: 'a.com', MDE_TLS_REPORT_ONLY: 'maybe' },
      'MDE_TLS_REPORT_ONLY: "maybe"',
    ],
  ])('%s', ([, env, message]) => {
    expect(() => sourceOf(env)).toThrow(message);
  });
});

test('reports go where the command puts them, unless MDE_OUT and MDE_FORMAT say otherwise', () => {
  expect(deliveryOptionsOf({})).toEqual({ out: 'conformance-report', format: 'html,junit' });
  expect(deliveryOptionsOf({ MDE_OUT: 'x', MDE_FORMAT: 'junit' })).toEqual({ out: 'x', format: 'junit' });
});

test('messages of the command name the variable in place of the option', () => {
  expect(inVariables('no user; give --email user@domain')).toBe('no user; give MDE_EMAIL user@domain');
  expect(inVariables('--tls-report-only, --device-trust-store')).toBe('--tls-report-only, --device-trust-store');
});
