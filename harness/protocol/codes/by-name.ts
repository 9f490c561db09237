import type { FaultEntry } from '../faults/fault-entry.ts';
import { indexBy } from './index-by.ts';
import { codes } from './table.ts';

/** What the headers put before the names of a family. Longer ones stand before those that they begin with. */
const prefixes = [
  ...['MENROLL_E_DEVICE_', 'MENROLL_E_', 'MENROLL_S_', 'MREGISTER_E_DEVICE_', 'MREGISTER_E_', 'HTTP_E_STATUS_'],
  ...['ERROR_WINHTTP_SECURE_', 'ERROR_WINHTTP_', 'ERROR_INTERNET_SEC_', 'ERROR_INTERNET_', 'ERROR_HTTP_'],
  ...['WININET_E_', 'WININET_', 'WINHTTP_', 'ERROR_ADAL_INTERNET_', 'ADAL_INTERNET_', 'ERROR_ADAL_', 'ERROR_'],
  ...['DSREG_E_DEVICE_', 'DSREG_E_', 'DSREG_AUTOJOIN_', 'DSREG_', 'CFGMGR_E_', 'WEB_E_', 'CERT_E_', 'TRUST_E_'],
  ...['CRYPT_E_', 'CERTSRV_E_', 'NTE_', 'SEC_E_', 'SCARD_E_', 'SCARD_W_', 'STATUS_', 'E_'],
];

/** The names of WinHTTP and WinINet differ in these alone, so one stands for the other. */
const internet = /^(?:ERROR_WINHTTP|ERROR_INTERNET|ERROR_HTTP|WININET_E|WININET|WINHTTP)_/;

/** Every subcode, ErrorType and symbolic name, with and without the prefix of its family. */
export const knownNames: readonly string[] = [
  ...new Set(
    codes.flatMap(({ wireName, names }) => [
      ...(wireName === undefined ? [] : [wireName]),
      ...names.filter((name) => !name.includes(' ')).flatMap((name) => [name, ...shortForms(name)]),
    ]),
  ),
];

const byWireName = indexBy(codes, ({ wireName }) => (wireName === undefined ? [] : [plain(wireName)]));
const byPreferred = indexBy(codes, ({ names }) => names.slice(0, 1).map(plain));
const byOther = indexBy(codes, ({ names }) => names.slice(1).map(plain));
const byShort = indexBy(codes, ({ names }) => names.flatMap(shortForms).map(plain));
const byInternet = indexBy(codes, ({ names }) =>
  names
    .filter((name) => internet.test(name))
    .flatMap(shortForms)
    .map(plain),
);

/**
 * All meanings of a subcode, an ErrorType (with or without a prefix) or the name of a constant, best match first. A name may lack
 * the prefix of its family, and those of WinHTTP and WinINet stand for each other. Letter case does not matter.
 */
export function findByName(query: string): readonly FaultEntry[] {
  const text = query.slice(query.lastIndexOf(':') + 1).trim();
  const wanted = plain(text);
  if (wanted === '') return [];
  const exact = [byWireName, byPreferred, byOther].flatMap((index) => index.get(wanted) ?? []);
  const constant = text.toUpperCase().replaceAll(/[\s-]+/g, '_');
  const short = internet.test(constant)
    ? (byInternet.get(plain(constant.replace(internet, ''))) ?? [])
    : (byShort.get(wanted) ?? []);
  return [...new Set([...exact, ...short])];
}

/** Names differ between documents in letter case, underscores and blanks. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A name without each prefix that it has: `CERT_DATE_INVALID` and `SECURE_CERT_DATE_INVALID`. */
function shortForms(name: string): readonly string[] {
  return prefixes.filter((prefix) => name.startsWith(prefix)).map((prefix) => name.slice(prefix.length));
}
