import { CookieJar } from 'tough-cookie';
import type { Header, HttpResponse } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { Secret } from '../../wire/redaction/secret.ts';

/** The cookies of one sign-in window, which begins without any. */
export interface Cookies {
  /** Takes those of an answer; each of them is a secret of the run at once. */
  readonly take: (url: string, response: HttpResponse) => void;
  /** The Cookie field for an address; nothing if there are no cookies for it. */
  readonly forUrl: (url: string) => readonly Header[];
}

/** An empty store of cookies, which drops what a browser would drop. */
export function createCookies(reveal: Reveal): Cookies {
  const jar = new CookieJar();
  return {
    take(url, { headers }) {
      for (const [name, field] of headers) {
        if (name.toLowerCase() !== 'set-cookie') continue;
        const value = /^[^=;]*=\s*"?([^";]*)/.exec(field)?.[1]?.trim() ?? '';
        if (value !== '') reveal(new Secret('cookie', value));
        jar.setCookieSync(field, url, { ignoreError: true });
      }
    },
    forUrl: (url) => {
      const field = jar.getCookieStringSync(url);
      return field === '' ? [] : [['Cookie', field]];
    },
  };
}
