import type { Header } from '../../wire/exchange/exchange.ts';

/**
 * The browsers that show the sign-in pages in some version of Windows, by the fields that they send. The broker names itself MSAuthHost
 * behind the name of an old browser (Microsoft Learn: Web authentication broker). Which build of Windows shows the pages in which of the
 * others is not known.
 */
export const browsers = {
  broker: fieldsOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64; Trident/7.0; MSAuthHost/1.0; rv:11.0) like Gecko'),
  edgeHtml: fieldsOf(
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; WebView/3.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.19045',
  ),
  webView2: fieldsOf(
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0',
  ),
} as const;

/** One of them. */
export type Browser = keyof typeof browsers;

function fieldsOf(userAgent: string): readonly Header[] {
  return [
    ['Accept', 'text/html, application/xhtml+xml, */*'],
    ['Accept-Language', 'en-US'],
    ['User-Agent', userAgent],
  ];
}
