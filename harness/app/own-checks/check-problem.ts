import type { Basis, Level } from '../../engine/rule/check.ts';
import type { Impact } from '../../engine/rule/impact.ts';
import { isOwnId, shown } from '../../device/run/define-scenario.ts';
import { nearest } from '../../device/target/suggest.ts';
import { needsProblem } from './needs-problem.ts';

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];
const bases: readonly Basis[] = ['specification', 'documentation', 'windows', 'security', 'interoperability'];
const impacts: readonly Impact['kind'][] = ['breaks', 'security', 'tolerated', 'unknown'];
const witnesses = ['specified', 'seen', 'reported'];

const required = [
  'id',
  'title',
  'level',
  'basis',
  'requirements',
  'since',
  'impact',
  'remedy',
  'needs',
  'judge',
  'counterexamples',
] as const;

const members: readonly string[] = [...required, 'contrived', 'seen', 'applies'];

/** What is wrong with a check of a module, as a clause that names it; undefined for nothing. `position` counts from 1. */
export function checkProblem(value: unknown, position: number, isRow: (id: string) => boolean): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `check ${position} is ${shown(value)}; use defineCheck({ … })`;
  const check: Readonly<Record<string, unknown>> = { ...value };
  const { id } = check;
  if (!isOwnId(id))
    return `check ${position} has the id ${shown(id)}; expected the prefix, a slash and a name, as acme/trace-id`;
  const problem = [
    membersProblem,
    textsProblem,
    levelProblem,
    functionsProblem,
    counterexamplesProblem,
    rowsProblem(isRow),
  ]
    .map((find) => find(check))
    .find((found) => found !== undefined);
  return problem === undefined ? undefined : `the check ${id} ${problem}`;
}

type Problem = string | undefined;
type Declared = Readonly<Record<string, unknown>>;

function membersProblem(check: Declared): Problem {
  const unknown = Object.keys(check).find((name) => !members.includes(name));
  if (unknown !== undefined) {
    const meant = nearest(unknown, members);
    return `has the member "${unknown}"; ${meant === undefined ? `allowed: ${members.join(', ')}` : `did you mean "${meant}"?`}`;
  }
  const missing = required.find((name) => check[name] === undefined);
  return missing === undefined ? undefined : `lacks "${missing}"`;
}

function textsProblem(check: Declared): Problem {
  const wrong = ['title', 'since', 'remedy', 'seen'].find(
    (name) => check[name] !== undefined && (typeof check[name] !== 'string' || check[name].trim() === ''),
  );
  return wrong === undefined ? undefined : `has the ${wrong} ${shown(check[wrong])}; expected a text`;
}

function levelProblem({ level, basis, impact, contrived, needs }: Declared): Problem {
  if (!levels.some((one) => one === level)) return `has the level ${shown(level)}; allowed: ${levels.join(', ')}`;
  if (!bases.some((one) => one === basis)) return `has the basis ${shown(basis)}; allowed: ${bases.join(', ')}`;
  if (contrived !== undefined && contrived !== true)
    return `has contrived ${shown(contrived)}; allowed: true, or leave it out`;
  return impactProblem(impact) ?? needsProblem(needs);
}

/** The same for the impact of a check or a finding. */
export function impactProblem(value: unknown): Problem {
  const impact: Declared = typeof value === 'object' && value !== null ? { ...value } : {};
  const { kind, says, hresult, evidence } = impact;
  if (!impacts.some((one) => one === kind))
    return `has an impact of the kind ${shown(kind)}; allowed: ${impacts.join(', ')}`;
  if (typeof says !== 'string' || says.trim() === '') return 'has an impact without "says", a sentence';
  if (hresult !== undefined && (typeof hresult !== 'string' || !/^0x[0-9A-F]{8}$/i.test(hresult)))
    return `has an impact with the hresult ${shown(hresult)}; expected one such as 0x8018001E`;
  const isClaim = kind === 'breaks' || kind === 'tolerated';
  if (!isClaim)
    return evidence === undefined
      ? undefined
      : `has an impact of the kind ${shown(kind)} with evidence, which only breaks and tolerated have`;
  const witness: Declared = typeof evidence === 'object' && evidence !== null ? { ...evidence } : {};
  const isWitness = witnesses.some((one) => one === witness['by']) && typeof witness['source'] === 'string';
  return isWitness
    ? undefined
    : `has an impact of the kind ${shown(kind)} without evidence { by: ${witnesses.join(' or ')}, source }; without any, it is "unknown"`;
}

function functionsProblem({ judge, applies }: Declared): Problem {
  if (typeof judge !== 'function')
    return `has a judge that is ${shown(judge)}; expected a function that yields findings`;
  if (isAsync(judge))
    return 'has an asynchronous judge; it gets all its evidence at once, so make it a plain function or generator';
  if (applies === undefined) return undefined;
  const condition: Declared = typeof applies === 'object' && applies !== null ? { ...applies } : {};
  if (typeof condition['when'] !== 'string' || typeof condition['test'] !== 'function')
    return 'has an applies that is not { when, test }: a text and a function';
  return isAsync(condition['test']) ? 'has an asynchronous applies.test; make it a plain function' : undefined;
}

function isAsync(value: object): boolean {
  return /^Async(?:Generator)?Function$/.test(Object.prototype.toString.call(value).slice(8, -1));
}

function counterexamplesProblem({ counterexamples }: Declared): Problem {
  const named = Array.isArray(counterexamples) && counterexamples.length > 0 && counterexamples.every(isNamed);
  return named
    ? undefined
    : 'has no list of counterexamples, each with a name: departures of the reference server on which it fails';
}

function isNamed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

function rowsProblem(isRow: (id: string) => boolean): (check: Declared) => Problem {
  return ({ requirements }) => {
    if (!Array.isArray(requirements) || requirements.length === 0)
      return 'names no requirements; expected a list of ids';
    const unknown = requirements.find((id: unknown) => typeof id !== 'string' || !isRow(id)) as unknown;
    return unknown === undefined
      ? undefined
      : `names the requirement ${shown(unknown)}, which neither the module nor the catalogue has; add it to "requirements" of the module`;
  };
}
