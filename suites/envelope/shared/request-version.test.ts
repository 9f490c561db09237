import { expect, test } from 'vitest';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { answer, header, replace } from '../../../harness/engine/rule/departures.ts';
import { judge } from '../../../harness/engine/verdict/judge.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';
import { noteOf } from '../../../harness/app/assess.ts';
import { contentType } from '../../transport/content-type.ts';
import { enrollmentSoapVersion } from '../enrollment-soap-version.ts';
import { olderSoapVersion } from '../older-soap-version.ts';
import { envelopeRefusals } from '../scenarios/envelope-refusals.ts';
import { soapVersion } from '../soap-version.ts';

const deviation = 'soap-version';
const services = ['discover', 'get-policies', 'issue'] as const;

test('a server that answers SOAP 1.1 in SOAP 1.1 does nothing wrong', async () => {
  const departures = services.flatMap((kind) => [
    { ...answer(`${kind} fault`, { as: 'control' }), deviation },
    { ...replace(`${kind} fault`, namespaces.s, namespaces.s11), deviation },
    { ...header(`${kind} fault`, 'Content-Type', 'text/xml; charset=utf-8'), deviation },
  ]);
  using dossier = openDossier(await referenceSession({ departures, scenarios: [envelopeRefusals] }));
  const versions = dossier.evidence
    .filter(({ facts, state }) => facts.deviations.includes(deviation) && state === 'success')
    .map((item) => item.answer.root.namespace);
  expect(versions).toEqual(services.map(() => namespaces.s11));
  const outcomes = [olderSoapVersion, soapVersion, enrollmentSoapVersion, contentType].map(
    (check) => judge(check, dossier, noteOf).outcome,
  );
  expect(outcomes).toEqual(['passed', 'passed', 'passed', 'passed']);
});
