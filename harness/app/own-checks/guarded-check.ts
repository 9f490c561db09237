import { UnusableEvidence } from '../../engine/evidence/unusable.ts';
import type { Check, Seen } from '../../engine/rule/check.ts';
import type { Impact } from '../../engine/rule/impact.ts';
import { shown } from '../../device/run/define-scenario.ts';
import type { Part, Place } from '../../protocol/xml/place.ts';
import { impactProblem } from './check-problem.ts';

/** A check of a module broke, or gave what is no finding. Its text is what reports show as the reason. */
class BrokenCheck extends Error {
  override readonly name = 'BrokenCheck';

  override toString(): string {
    return this.message;
  }
}

const parts: Readonly<Record<Part, true>> = {
  connection: true,
  tls: true,
  request: true,
  status: true,
  headers: true,
  framing: true,
  body: true,
  'provisioning-document': true,
  certificate: true,
};

/**
 * The same check, which names itself and its module where it breaks, and passes on nothing but findings. `exchanges` is how many the session
 * has.
 */
export function guardedCheck(check: Check, module: string, exchanges: number): Check {
  const broken = (what: string, cause?: unknown): BrokenCheck =>
    new BrokenCheck(`${check.id} of the module ${module} ${what}`, { cause });
  const during = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      // That the evidence cannot be used says nothing of the check.
      if (error instanceof UnusableEvidence || error instanceof BrokenCheck) throw error;
      throw broken(`broke: ${String(error)}`, error);
    }
  };
  const { applies } = check;
  return {
    ...check,
    ...(applies === undefined
      ? {}
      : {
          applies: {
            when: applies.when,
            test: (evidence) => {
              const is: unknown = during(() => applies.test(evidence));
              if (typeof is !== 'boolean')
                throw broken(`has an applies.test that gave ${shown(is)}; expected true or false`);
              return is;
            },
          },
        }),
    *judge(evidence) {
      const found: unknown = during(() => check.judge(evidence));
      if (!isIterable(found)) {
        const isPromise = typeof found === 'object' && found !== null && 'then' in found;
        throw broken(
          isPromise
            ? 'gave a promise; it gets all its evidence at once, so make it a plain function or generator'
            : `gave ${shown(found)}; expected a list of findings, which is empty where the server conforms`,
        );
      }
      const iterator = during(() => found[Symbol.iterator]());
      for (;;) {
        const next = during(() => iterator.next());
        if (next.done === true) return;
        const { value } = next;
        const problem = during(() => findingProblem(value, exchanges));
        if (problem !== undefined) throw broken(`gave a finding that ${problem}`);
        yield copyOf(value as Seen);
      }
    },
  };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Symbol.iterator in value &&
    typeof value[Symbol.iterator] === 'function'
  );
}

function findingProblem(value: unknown, exchanges: number): string | undefined {
  const finding: Partial<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const { message, at, expected, actual, impact } = finding;
  if (typeof message !== 'string' || message.trim() === '')
    return `has the message ${shown(message)}; expected { message, at }`;
  const place: Partial<Record<string, unknown>> = typeof at === 'object' && at !== null ? { ...at } : {};
  const { exchange, part, path } = place;
  if (typeof exchange !== 'number' || !Number.isInteger(exchange) || exchange < 0 || exchange >= exchanges)
    return `is at the exchange ${shown(exchange)}; take "at" from the evidence, as evidence.at('body')`;
  if (typeof part !== 'string' || !Object.hasOwn(parts, part))
    return `is at the part ${shown(part)}; allowed: ${Object.keys(parts).join(', ')}`;
  if (path !== undefined && typeof path !== 'string') return `is at the path ${shown(path)}; expected a text`;
  if (expected !== undefined && typeof expected !== 'string') return `has expected ${shown(expected)}; expected a text`;
  if (actual !== undefined && typeof actual !== 'string') return `has actual ${shown(actual)}; expected a text`;
  return impact === undefined ? undefined : impactProblem(impact);
}

/** Only what a finding has: reports write every member of it. */
function copyOf({ message, at, expected, actual, impact }: Seen): Seen {
  return {
    message,
    at: placeOf(at),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(impact === undefined ? {} : { impact: impactOf(impact) }),
  };
}

function placeOf({ exchange, part, path }: Place): Place {
  return { exchange, part, ...(path === undefined ? {} : { path }) };
}

function impactOf(impact: Impact): Impact {
  const { kind, says, hresult, evidence } = impact;
  const witness = evidence && { by: evidence.by, source: evidence.source };
  return {
    kind,
    says,
    ...(hresult === undefined ? {} : { hresult }),
    ...(witness ? { evidence: witness } : {}),
  } as Impact;
}
