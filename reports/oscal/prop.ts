import { namespace } from '../identity.ts';
import { oneLine } from '../text/printable.ts';

/** A property under a name of ours: OSCAL wants a namespace for names that it does not define. */
export interface Prop {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

/** A property; a value must not be empty, and must not begin or end with white space. */
export function prop(name: string, value: string): Prop {
  return { name, ns: `urn:uuid:${namespace}`, value: oneLine(value) || '-' };
}

/** The id of a check as a token of OSCAL, which has no slash: `provisioning.thumbprint`. */
export function token(check: string): string {
  const text = check.replaceAll('/', '.').replace(/[^\p{L}\p{N}._-]/gu, '-');
  return /^[\p{L}_]/u.test(text) ? text : `_${text}`;
}
