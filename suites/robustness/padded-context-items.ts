import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The published samples have blanks around these values. */
export const paddedContextItems = defineTolerance({
  id: 'robustness/padded-context-items',
  title: 'White space around OSEdition and OSVersion is accepted',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ROB-04'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows pads nothing; another client that writes these values as the samples do may not enroll',
  },
  remedy: 'Trim the values of ContextItems before they are read.',
  kind: 'issue',
  family: 'padded-context-items',
  refusals: {
    'a server that reads digits only': 'Name="OSEdition"><ac:Value> ',
    'a server that reads a version at once': 'Name="OSVersion"><ac:Value>\n',
  },
});
