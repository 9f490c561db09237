/** The context of JSON-LD: the words of EARL, and those whose values are names of things. */
export const context = {
  '@vocab': 'http://www.w3.org/ns/earl#',
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  assertions: { '@reverse': 'earl:subject' },
  assertedBy: { '@type': '@id' },
  mode: { '@type': '@id' },
  outcome: { '@type': '@id' },
  'dct:date': { '@type': 'xsd:dateTime' },
} as const;
