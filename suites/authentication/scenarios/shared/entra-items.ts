import type { ContextItem } from '../../../../harness/device/client/messages/request-security-token.ts';

/** Gives the items of a device those of Microsoft Entra: how it enrolls, and what the terms of use gave. */
export function entraItems(
  type: 'Device' | 'Full',
  enrollmentData: string | undefined,
): (own: readonly ContextItem[]) => readonly ContextItem[] {
  return (own) => [
    ...own.map(([name, value]): ContextItem => (name === 'EnrollmentType' ? [name, type] : [name, value])),
    ...(enrollmentData === undefined ? [] : ([['EnrollmentData', enrollmentData]] as const)),
  ];
}
