import type { Certificate } from '../read/certificate.ts';
import { isSelfIssued } from '../read/chain-link.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, type Observation, type Seat } from './finding.ts';

/** The OID that stands for every policy. */
const anyPolicy = '2.5.29.32.0';

/** How the extensions on policies of one certificate have to be (RFC 5280 sections 4.2.1.4, 4.2.1.5 and 4.2.1.11). */
export function* policyFormRules(certificate: Certificate): Iterable<Observation> {
  const { policies = [], policyMappings = [], policyConstraints } = certificate;
  const name = nameOf(certificate);
  const seen = new Set<string>();
  const twice = policies.find((policy) => seen.size === seen.add(policy).size);
  if (twice !== undefined) {
    const field = extensionField('certificatePolicies');
    yield { rule: 'certificate-policies', field, message: `${name} lists the policy ${twice} more than once` };
  }
  if (policyMappings.some(({ issuer, subject }) => issuer === anyPolicy || subject === anyPolicy)) {
    yield { rule: 'policy-mappings', field: extensionField('policyMappings'), message: `${name} maps anyPolicy` };
  }
  if (policyConstraints && Object.keys(policyConstraints).length === 0) {
    const field = extensionField('policyConstraints');
    yield { rule: 'policy-constraints', field, message: `${name} has policy constraints that constrain nothing` };
  }
}

/** The policies that hold at a certificate, each with those that the next one may state for it. */
type Level = ReadonlyMap<string, ReadonlySet<string>>;

interface State {
  /** Absent once no policy holds. Only the last level of the tree of RFC 5280 counts where any policy will do. */
  readonly level: Level | undefined;
  /** Certificates that may follow before a policy is required, mapping is forbidden, and anyPolicy counts no more. */
  readonly explicit: number;
  readonly mapping: number;
  readonly any: number;
}

/**
 * Checks that one policy holds along the whole path, if a certificate in it requires that (RFC 5280 sections 6.1.3 to
 * 6.1.5, with any policy as the initial set). `path` begins with the leaf and ends with the anchor, whose constraints
 * count too (RFC 5937).
 */
export function* policyRule(path: readonly Seat[]): Iterable<readonly [Observation, Seat]> {
  const [anchor, ...rest] = path.toReversed();
  if (!anchor) return;
  const most = rest.length + 1;
  let state: State = constrain(
    { level: new Map([[anyPolicy, new Set([anyPolicy])]]), explicit: most, mapping: most, any: most },
    anchor.certificate,
  );
  for (const seat of rest) {
    const { certificate, depth } = seat;
    state = { ...state, level: enter(state, certificate, depth === 0) };
    if (depth === 0) state = finish(state, certificate);
    if (state.explicit === 0 && !state.level) {
      const message = `No certificate policy holds along the path to ${nameOf(certificate)}, and one is required`;
      yield [{ rule: 'policy', field: extensionField('certificatePolicies'), message }, seat];
      return;
    }
    state = leave(state, certificate);
  }
}

/** RFC 5280 section 6.1.3, d and e. */
function enter({ level, any }: State, certificate: Certificate, isLeaf: boolean): Level | undefined {
  const { policies } = certificate;
  if (!level || !policies) return undefined;
  const expected = new Set([...level.values()].flatMap((set) => [...set]));
  const stated = policies.filter((policy) => policy !== anyPolicy && (expected.has(policy) || level.has(anyPolicy)));
  const anyCounts = policies.includes(anyPolicy) && (any > 0 || (!isLeaf && isSelfIssued(certificate)));
  const held = new Set([...stated, ...(anyCounts ? expected : [])]);
  return held.size === 0 ? undefined : new Map([...held].map((policy) => [policy, new Set([policy])]));
}

/** RFC 5280 section 6.1.4, a, b and h to j. */
function leave(state: State, certificate: Certificate): State {
  const { level, mapping } = state;
  const { policyMappings = [] } = certificate;
  const mapped = level && policyMappings.length > 0 ? map(level, policyMappings, mapping > 0) : level;
  const step = isSelfIssued(certificate) ? 0 : 1;
  const { explicit, any } = state;
  const counted: State = {
    level: mapped,
    explicit: Math.max(0, explicit - step),
    mapping: Math.max(0, mapping - step),
    any: Math.max(0, any - step),
  };
  return constrain(counted, certificate);
}

function map(
  level: Level,
  mappings: NonNullable<Certificate['policyMappings']>,
  isAllowed: boolean,
): Level | undefined {
  const next = new Map<string, ReadonlySet<string>>(level);
  const targets = new Map<string, Set<string>>();
  for (const { issuer, subject } of mappings) {
    const known = targets.get(issuer);
    if (known) known.add(subject);
    else targets.set(issuer, new Set([subject]));
  }
  for (const [issuer, subjects] of targets) {
    if (!isAllowed) next.delete(issuer);
    else if (level.has(issuer) || level.has(anyPolicy)) next.set(issuer, subjects);
  }
  return next.size === 0 ? undefined : next;
}

/** RFC 5280 section 6.1.4, i and j. */
function constrain(state: State, { policyConstraints = {}, inhibitAnyPolicy = Infinity }: Certificate): State {
  const { requireExplicitPolicy = Infinity, inhibitPolicyMapping = Infinity } = policyConstraints;
  return {
    ...state,
    explicit: Math.min(state.explicit, requireExplicitPolicy),
    mapping: Math.min(state.mapping, inhibitPolicyMapping),
    any: Math.min(state.any, inhibitAnyPolicy),
  };
}

/** RFC 5280 section 6.1.5, a and b. */
function finish(state: State, { policyConstraints }: Certificate): State {
  const isRequired = policyConstraints?.requireExplicitPolicy === 0;
  return { ...state, explicit: isRequired ? 0 : Math.max(0, state.explicit - 1) };
}
