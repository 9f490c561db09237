const text = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const lines = { type: 'string', minLength: 1, pattern: '\\S' };
const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
const uuid = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' };
const instant = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
const reference = { type: 'string', pattern: '^\\S+$' };

const props = list(object({ name: token, value: text }, { ns: reference }));

/**
 * What OSCAL 1.0.6 demands of the members of assessment results that we write, in our own words. It knows no others, so that a new
 * member has to be looked up first.
 */
export const assessmentResults = object({
  'assessment-results': object(
    {
      uuid,
      metadata: object({ title: text, 'last-modified': instant, version: text, 'oscal-version': text }),
      'import-ap': object({ href: reference }),
      results: list(result()),
    },
    {
      'back-matter': object({ resources: list(object({ uuid }, { title: text, description: lines })) }),
    },
  ),
});

function result(): object {
  const all = object({ 'include-all': object({}) });
  const some = object({ 'include-controls': list(object({ 'control-id': token })) }, { description: lines });
  return object(
    {
      uuid,
      title: text,
      description: lines,
      start: instant,
      'reviewed-controls': object({ 'control-selections': list({ anyOf: [all, some] }) }),
    },
    { end: instant, props, observations: list(observation()), findings: list(finding()) },
  );
}

function observation(): object {
  return object(
    { uuid, description: lines, methods: list({ enum: ['TEST'] }), collected: instant },
    { title: text, props, 'relevant-evidence': list(object({ description: lines }, { href: reference })) },
  );
}

function finding(): object {
  const state = { enum: ['satisfied', 'not-satisfied'] };
  const target = object({
    type: { enum: ['objective-id', 'statement-id'] },
    'target-id': token,
    status: object({ state }, { reason: token }),
  });
  return object(
    { uuid, title: text, description: lines, target },
    { 'related-observations': list(object({ 'observation-uuid': uuid })) },
  );
}

function object(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

/** OSCAL has no empty lists. */
function list(items: object): object {
  return { type: 'array', minItems: 1, items };
}
