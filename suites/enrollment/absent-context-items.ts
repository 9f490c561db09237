import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Windows 10 1507 to 1607 know none of these items, and 1703 to 1809 not all of them. */
export const absentContextItems = defineTolerance({
  id: 'enrollment/absent-context-items',
  title: 'A device that leaves out a ContextItem of later versions of Windows enrolls',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether older versions of Windows, which know fewer items, enroll' },
  remedy: 'Treat Locale, HWDevID, UXInitiated and NotInOobe as optional.',
  kind: 'issue',
  family: 'absent-context-items',
  refusals: { 'a server that demands a Locale': /^(?![^]*Name="Locale")/ },
});
