/** In which ways the address of a sign-in page is none that a device opens, by names that scenarios declare too. */
export function signInDeviations(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { searchParams } = new URL(url);
  const appru = searchParams.get('appru');
  const hint = searchParams.get('login_hint');
  const isMarkup = [appru, hint].some((value) => value !== null && /[<>"]/.test(value));
  return [...(appru !== null && !isOfWindows(appru) ? ['foreign-appru'] : []), ...(isMarkup ? ['sign-in-markup'] : [])];
}

/** The token stays on the device: each scheme of Windows for an application begins so, and MS-MDE2 3.2 names `ms-app:`. */
function isOfWindows(appru: string): boolean {
  return /^ms-[a-z0-9+.-]+:/i.test(appru.trim());
}
