/** What a device adds to the address of the sign-in page. */
export interface SignInHints {
  /** Where the last page sends the token: the application that shows the pages. */
  readonly appru: string;
  /** The user, as he typed himself in; undefined: the address says nothing of him. */
  readonly loginHint: string | undefined;
}

/** The application that shows the sign-in pages when a user enrolls in Settings (MS-MDE2 3.2). */
export const settingsApp = 'ms-app://windows.immersivecontrolpanel';

/**
 * The address that the device opens: that of Discover, with `appru` and `login_hint` behind its own query and before its fragment. The
 * rest stays as the server wrote it.
 */
export function startAddress(address: string, { appru, loginHint }: SignInHints): string {
  const [, page = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(address) ?? [];
  const joint = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&';
  const hint = loginHint === undefined ? '' : `&login_hint=${encodeURIComponent(loginHint)}`;
  return `${page}${joint}appru=${encodeURIComponent(appru)}${hint}${fragment}`;
}
