import { UsageError } from './usage-error.ts';

interface OptionsOfTarget {
  readonly target?: string;
  readonly email?: string;
  readonly ca?: string;
  readonly passwordFile?: string;
  readonly auth?: string;
  readonly deviceTrust?: string;
}

/** These options make sense only with a target, so the user forgot to name it. */
export function refuseTargetOptions({ target, email, ca, passwordFile, auth, deviceTrust }: OptionsOfTarget): void {
  const given = Object.entries({
    '--target': target,
    '--email': email,
    '--ca': ca,
    '--password-file': passwordFile,
    '--auth': auth,
    '--device-trust': deviceTrust,
  }).find(([, value]) => value !== undefined);
  if (given)
    throw new UsageError(`${given[0]} needs a target: give its discovery URL, domain, e-mail address or target file`);
}
