import { describe, expect, test } from 'vitest';
import { exchangeWith } from '../testing/exchange.ts';
import { redact } from './redact.ts';

describe('tokens of one issuer, which begin alike', () => {
  const header = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjAxMjM0NTY3ODkwMTIzNDU2Nzg5In0.';
  const known = `${header}${'QWxhZGRpbjpvcGVu'.repeat(20)}`;
  const kept = (response: string): string => {
    const [exchange] = redact({
      exchanges: [exchangeWith({ response })],
      knownSecrets: [{ kind: 'token', value: known }],
    }).exchanges;
    return Buffer.from(exchange?.answer.response?.body ?? []).toString('latin1');
  };

  test('leave no part of one that is cut off', () => {
    expect(kept(`<t>${known.slice(0, 200)}`)).toBe('<t>redacted-token-1');
  });

  test('take nothing away that stands behind another one', () => {
    const other = `<t>${header}c2hvcnQ.x</t><u>what follows</u>`;
    expect(kept(other)).toMatch(/<\/t><u>what follows<\/u>$/);
  });
});
