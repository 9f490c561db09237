import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/**
 * The parms of a characteristic with this name (given in upper case), whatever their letter case. Only the check
 * `provisioning/application-letter-case` reports a wrong letter case, not every check that looks for the parm.
 */
export function parmsNamed(owner: XmlNode, name: string): XmlNode[] {
  return owner.all('parm').filter((parm) => parm.attribute('name')?.toUpperCase() === name);
}

/** The value of a parm; empty where it has none. */
export function valueOf(parm: XmlNode): string {
  return parm.attribute('value') ?? '';
}

/** Where the value of a parm stands, or the parm that lacks one. */
export function valuePlace(parm: XmlNode): XmlNode {
  return parm.find('@value') ?? parm;
}

/** An integer as a parm writes it; `undefined` for anything else. */
export function integerOf(parm: XmlNode): number | undefined {
  const value = valueOf(parm).trim();
  return /^[+-]?\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** What is wrong where a characteristic must have a parm with a value: it is missing, or it is empty. */
export function* missingParm(owner: XmlNode, parms: readonly XmlNode[], name: string): Generator<Seen> {
  if (parms.length === 0) yield { message: `${owner.attribute('type') ?? ''} has no ${name}`, at: owner };
  for (const parm of parms) {
    if (valueOf(parm).trim() === '') yield { message: `${name} is empty`, at: valuePlace(parm) };
  }
}
