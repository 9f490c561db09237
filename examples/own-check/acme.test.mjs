// The rules are code, so they have tests: under node:test here, and under any other runner as well.
import { test } from 'node:test';
import { proveCheck } from 'mde-conformance';
import acme from './acme.mjs';

test('acme/trace-id', () =>
  proveCheck(acme, 'acme/trace-id', {
    clean: 'inapplicable',
    fails: ['X-Acme-Trace is "none"'],
    also: {
      'a server with a good id': {
        departures: { on: 'discover', header: 'X-Acme-Trace', to: '00f067aa0ba902b7' },
        outcome: 'passed',
      },
    },
  }));

test('acme/steady-address', () =>
  proveCheck(acme, 'acme/steady-address', {
    fails: ['EnrollmentServiceUrl is https://node-2.contoso.example/Enroll.svc'],
  }));
