import { defineCheck } from '../../harness/engine/rule/check.ts';
import { externalHost } from './shared/entity-marks.ts';
import { demandOwnAnswer, textOfAnswer, textOfRequest } from './shared/message-text.ts';

/**
 * A server that fetches what a request names can be made to read files and to reach other hosts. This check judges only
 * what the answer shows; `envelope/fetched-entities` detects a server that fetches without a trace in its answer.
 */
export const externalEntities = defineCheck({
  id: 'envelope/external-entities',
  title: 'External entities that a request names are not looked for',
  level: 'MUST',
  basis: 'security',
  requirements: ['ENV-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a stranger can read files of the server and reach hosts inside its network' },
  remedy: 'Refuse requests with a DOCTYPE, or switch external entities off in the XML parser.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { deviation: 'doctype' } },
  applies: {
    when: 'the request names an external entity at a host that does not exist',
    test: (evidence) => textOfRequest(evidence).includes(externalHost),
  },

  *judge(evidence) {
    if (!textOfAnswer(evidence).includes(externalHost)) {
      demandOwnAnswer(evidence);
      return;
    }
    yield {
      message: `The answer tells of the host "${externalHost}", where an entity should be`,
      at: evidence.at('body'),
    };
  },

  counterexamples: [
    {
      name: 'an error of the name service',
      on: 'get-policies fault',
      asked: externalHost,
      xml: { op: 'set', at: '//s:Reason/s:Text', to: `UnknownHostException: ${externalHost}` },
    },
    {
      name: 'an error page of the parser',
      on: 'discover fault',
      asked: externalHost,
      answer: { as: 'text', text: `failed to load external entity "http://${externalHost}/entity"` },
    },
  ],
});
