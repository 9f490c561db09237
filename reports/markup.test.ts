import { expect, test } from 'vitest';
import { html, nothing, trusted } from './markup.ts';
import { awkward } from './testing/awkward.ts';

test('a value cannot become markup, in text or in an attribute', () => {
  expect(html`<p title="${'"><script>'}">${"<b>'&"}</p>`.toString()).toBe(
    '<p title="&#34;&gt;&lt;script&gt;">&lt;b&gt;&#39;&amp;</p>',
  );
});

test('each awkward character is shown and none is left to the parser', () => {
  expect(html`${awkward}`.toString()).toBe(
    '&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; ]]&gt; &amp; &#39;q&#39; [U+0000] [U+001B][31m [U+D800] [U+202E]reversed [U+FFFE] é 漢 🙂',
  );
});

test('markup inside markup is not escaped again', () => {
  const items = ['a', '&'].map((text) => html`<li>${text}</li>`);
  expect(html`${nothing}${trusted('<hr>')}${items}${3}`.toString()).toBe('<hr><li>a</li><li>&amp;</li>3');
});

test('a replacement pattern in a value means nothing', () => {
  expect(html`${'$& $1'}`.toString()).toBe('$&amp; $1');
});
