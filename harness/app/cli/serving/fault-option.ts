import type { Departure } from '../../../engine/rule/counterexample.ts';
import { errorTypes } from '../../../protocol/faults/error-types.ts';
import { formatHresult, parseHresult } from '../../../protocol/faults/hresult.ts';
import { subcodes } from '../../../protocol/faults/subcodes.ts';
import { refusalNamed, refusalNames } from '../../../reference-server/services/particular-refusals.ts';
import { refuseUnknown } from '../selection.ts';
import { UsageError } from '../usage-error.ts';
import { serviceNamed, type Service } from './services.ts';

const enrollments = ['get-policies', 'issue'] as const;
const renewals = ['renew'] as const;

/**
 * The departures of `<fault>[@<service>[:<n>]]`; the fault is a subcode, an ErrorType or a HRESULT that stands for one. Without a service,
 * each request for policies, a certificate or a renewal that the server would grant is refused; a fault that only a renewal can get refuses
 * renewals only, because a device must enroll before it can renew. With `n`, the n-th request of the service is refused, whatever it asks.
 */
export function faultNamed(word: string): readonly Departure[] {
  const [name, place] = split(word, '@');
  const wireName = wireNameOf(name);
  const { subcode, errorType } = refusalNamed(wireName);
  const answer = { as: 'fault', subcode, ...(errorType === undefined ? {} : { errorType }) } as const;
  if (place === undefined) {
    const refused = wireName === 'NotEligibleToRenew' ? renewals : [...enrollments, ...renewals];
    return refused.map((on) => ({ on, answer }));
  }
  const [service, count] = placeNamed(place, word);
  if (count === undefined) return [{ on: service, answer }];
  return [
    { on: service, nth: count, answer },
    { on: `${service} fault`, nth: count, answer },
  ];
}

function placeNamed(place: string, word: string): readonly [Service, number | undefined] {
  const [service, count] = split(place, ':');
  const named = serviceNamed(service, `--fault "${word}", after the @`);
  if (count === undefined) return [named, undefined];
  if (!/^[1-9]\d{0,5}$/.test(count)) {
    throw new UsageError(`--fault "${word}": "${count}" counts no request; allowed after the colon: 1 to 999999`);
  }
  return [named, Number(count)];
}

function wireNameOf(name: string): string {
  const hresult = parseHresult(name);
  if (hresult === undefined) {
    refuseUnknown(name, refusalNames, '--fault');
    return name;
  }
  const faults = [...subcodes, ...errorTypes];
  const found = faults.find((fault) => fault.hresult === hresult);
  if (found) return found.wireName;
  const allowed = faults.map((fault) => `${formatHresult(fault.hresult)} (${fault.wireName})`).join(', ');
  throw new UsageError(`--fault: no fault of a server stands for ${formatHresult(hresult)}; allowed: ${allowed}`);
}

/** At the first mark; the second part is missing if there is none. */
function split(word: string, mark: string): readonly [string, string?] {
  const at = word.indexOf(mark);
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}
