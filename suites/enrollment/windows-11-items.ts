import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/**
 * The published enrollments of Windows 11 25H2 (26200.9278, go-microsoft-dm 2026) hold items and values that MS-MDE2 3.4.4.1.1.1.1 lists
 * for later versions, for other policies or not at all, and servers that compare them with that text enroll no current Windows.
 */
export const windows11Items = defineTolerance({
  id: 'enrollment/windows-11-items',
  title:
    'What Windows 11 25H2 tells of itself is accepted: more ContextItems, more MAC items, a RequestVersion of its own',
  level: 'MUST',
  basis: 'windows',
  requirements: ['ENR-13', 'ENR-15', 'ROB-14'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'no Windows 11 25H2 device gets a certificate',
    evidence: {
      by: 'seen',
      source: 'Windows 11 26200, deploymenttheory/go-microsoft-dm, enrollment-context.json: it sends these items',
    },
  },
  seen: 'published enrollments of Windows 11 25H2 (26200.9278), which sends these items',
  remedy:
    'Read the ContextItems that the server needs, take any number of MAC items, and compare neither RequestVersion with ' +
    'EnrollmentVersion nor ApplicationVersion with OSVersion.',
  kind: 'issue',
  family: 'windows-11-items',
  refusals: {
    'a server that refuses a RequestVersion item above the EnrollmentVersion': 'Name="RequestVersion"><ac:Value>9.',
    'a server that refuses AttestationStatusHResult': 'Name="AttestationStatusHResult"',
    'a server that refuses an item that no document lists': 'Name="SerialNumber"',
    'a server that takes eight MAC items at most': /(Name="MAC"[^]*){9}/,
    'a server that wants ApplicationVersion to be OSVersion':
      /Name="OSVersion"><ac:Value>\s*([^<\s]+)\s*<[^]*Name="ApplicationVersion"><ac:Value>(?!\1<)/,
  },
});
