import { expect, test } from 'vitest';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { nearMissesOf } from './near-misses.ts';

const { reveal } = createSecretRegister({});

const passwordsOf = (right: string): readonly string[] => nearMissesOf(right).map(({ password }) => reveal(password));

test('a password has a form in the other letter case and one that is cut off', () => {
  expect(passwordsOf('Kan4r1en Vögel')).toEqual(['kAN4R1EN vöGEL', 'Kan4r1en Vöge']);
});

test('without letters it has one form, and a single character has no shorter one', () => {
  expect(passwordsOf('2718 ')).toEqual(['271']);
  expect(passwordsOf('q')).toEqual(['Q']);
  expect(passwordsOf('7')).toEqual([]);
});
