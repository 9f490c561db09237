import type { StartedServer } from '../../../reference-server/mount/start.ts';

/** What a client needs to enroll, and what the user asked for. */
export interface Announced extends Pick<StartedServer, 'url' | 'plainUrl' | 'user' | 'termsOfUse'> {
  readonly passwordFile: string;
  readonly ca: string;
  /** The certificate of the user and its key; missing if the server takes none. */
  readonly certificate?: { readonly certFile: string; readonly keyFile: string };
  /** Missing if no exchange is kept. */
  readonly log?: string;
  /** What the server does otherwise than usual, as noun phrases. */
  readonly peculiarities: readonly string[];
}

/** One line of JSON, for programs. */
export function announceJson({ url, plainUrl, termsOfUse, user, passwordFile, ca, certificate }: Announced): string {
  const plain = plainUrl === undefined ? {} : { plainHttp: plainUrl };
  return `${JSON.stringify({ url, email: user.email, passwordFile, ca, ...plain, ...(certificate ? { certificate } : {}), ...(termsOfUse === undefined ? {} : { termsOfUse }) })}\n`;
}

/** The same for people, with the command that enrolls. */
export function announce({
  url,
  plainUrl,
  termsOfUse,
  user,
  passwordFile,
  ca,
  certificate,
  log,
  peculiarities,
}: Announced): string {
  const how = peculiarities.length > 0 ? `with ${peculiarities.join(', ')}` : 'without defects';
  return [
    `The reference server is ready, ${how}.`,
    `  url       ${url}`,
    ...(plainUrl === undefined ? [] : [`  plainHttp ${plainUrl}`]),
    ...(termsOfUse === undefined ? [] : [`  terms     ${termsOfUse}`]),
    `  user      ${user.email}`,
    `  password  in ${passwordFile}`,
    `  root CA   ${ca}`,
    ...(certificate ? [`  user cert ${certificate.certFile}`, `  user key  ${certificate.keyFile}`] : []),
    ...(log === undefined ? [] : [`  log       ${log}`]),
    '',
    'Try it in another terminal:',
    `  mde-conformance run ${url} --email ${user.email} --password-file ${passwordFile} --ca ${ca}`,
    '',
    'Each request gets one line. Press Ctrl+C to end it.',
    '',
  ].join('\n');
}
