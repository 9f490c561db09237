import { acceptedForms, refusedForms, usualForms } from '../../engine/evidence/accepted-forms.ts';
import type { AcceptedForms } from '../../engine/evidence/accepted-forms.ts';
import type { Evidence } from '../../engine/evidence/evidence.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import type { Scenario } from './scenario.ts';

/** A run whose first scenario has ended. */
export interface BegunRun {
  /** The scenarios that have not begun, in plan order. */
  readonly waiting: () => readonly Scenario[];
  readonly drive: (scenario: Scenario) => Promise<void>;
  readonly recorded: () => readonly Exchange[];
  /** Gets the forms that devices use from now on. */
  readonly use: (forms: AcceptedForms) => void;
}

/**
 * Finds out whether the server accepts another form of what it refused, so that one refused form does not hide everything behind it. Where
 * nothing was refused it drives nothing. The scenarios that show it run one by one, before all others: concurrency changes no
 * request.
 */
export async function settleForms({ waiting, drive, recorded, use }: BegunRun): Promise<void> {
  const driveFirst = async (isSought: (scenario: Scenario) => boolean | undefined): Promise<void> => {
    const scenario = waiting().find(isSought);
    if (scenario) await drive(scenario);
  };
  if (from(recorded(), refusedForms).policies) {
    await driveFirst(({ isSecondOpinion }) => isSecondOpinion);
    use({ ...usualForms, keyPolicy: 'default' });
  }
  if (from(recorded(), refusedForms).windowsRequest) await driveFirst(({ isOtherForm }) => isOtherForm);
  use(from(recorded(), acceptedForms));
}

/** What takes the place of what the server refuses, as sentences without a full stop. */
export function substitutesOf({ certificateRequest, keyPolicy }: AcceptedForms): readonly string[] {
  return [
    ...(certificateRequest === 'modern'
      ? ['the server refuses the certificate request of Windows; the other devices send a modern one, which it accepts']
      : []),
    ...(keyPolicy === 'default'
      ? [
          'the policy service fails and the enrollment service works; the other devices use the default key policy of Windows',
        ]
      : []),
  ];
}

function from<T>(exchanges: readonly Exchange[], read: (evidence: readonly Evidence[]) => T): T {
  using dossier = openDossier({ exchanges });
  return read(dossier.evidence);
}
