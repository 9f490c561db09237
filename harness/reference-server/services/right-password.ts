import type { Behaviour } from '../../engine/rule/counterexample.ts';

/** Whether a password is that of a user; the server ignores white space around it. */
export type IsRightPassword = (given: string, right: string) => boolean;

/** How this server compares passwords, with its departures. */
export function passwordRule({ acceptsAnyPassword, takesForRight }: Behaviour): IsRightPassword {
  if (acceptsAnyPassword === true) return () => true;
  return (given, right) => {
    if (given === right || given.trim() === right) return true;
    switch (takesForRight) {
      case 'nothing':
        return given === '';
      case 'any-letter-case':
        return given.toLowerCase() === right.toLowerCase();
      case 'a-beginning':
        return given.length >= 8 && right.startsWith(given);
      case undefined:
      default:
        return false;
    }
  };
}
