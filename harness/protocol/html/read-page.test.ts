import { describe, expect, test } from 'vitest';
import { endFormOf } from './end-form.ts';
import { readPage } from './read-page.ts';

const url = 'https://sts.example/a/login?x=1';
const page = (html: string | Uint8Array, type?: string) =>
  readPage(typeof html === 'string' ? Buffer.from(html) : html, type, url);

describe('the forms of a page', () => {
  test('have their fields as a browser sees them', () => {
    const [form] = page(`<!DOCTYPE><form method=POST action="next?a=1&amp;b=2">
      <input type=hidden name=state value="&lt;x&gt;"><input name=user><input name=off disabled>
      <input type=checkbox name=stay checked><input type=checkbox name=other>
      <select name=lang><option value=de>D<option value=en selected>E</select>
      <textarea name=note>\nline</textarea><button name=go value=1>Go</button></form>`).forms;
    expect(form).toMatchObject({ method: 'post', address: 'https://sts.example/a/next?a=1&b=2', hasSubmit: true });
    expect(form?.fields).toEqual([
      { name: 'state', type: 'hidden', value: '<x>' },
      { name: 'user', type: 'text', value: '' },
      { name: 'stay', type: 'checkbox', value: 'on' },
      { name: 'other', type: 'checkbox', value: 'on', isSilent: true },
      { name: 'lang', type: 'select', value: 'en' },
      { name: 'note', type: 'textarea', value: 'line' },
      { name: 'go', type: 'button', value: '1', isSilent: true },
    ]);
  });

  test('own what stands around them, or names them', () => {
    const { forms } = page(
      '<table><form id=a><tr><td><input name=inside></td></tr></form></table><input name=away form=b><form id=b></form>',
    );
    expect(forms.map(({ fields }) => fields.map(({ name }) => name))).toEqual([['inside'], ['away']]);
  });

  test.for([
    ['<base href="/b/"><form action="c">', 'https://sts.example/b/c'],
    ['<form>', url],
    ['<form action="ms-app://windows.immersivecontrolpanel">', 'ms-app://windows.immersivecontrolpanel'],
    ['<form action="http://[">', undefined],
  ] as const)('go where %s says', ([html, address]) => {
    expect(page(html).forms[0]?.address).toBe(address);
  });
});

test.for([
  [Buffer.from('<title>\xe4</title>', 'latin1'), undefined],
  [Buffer.from('<title>\u00e4</title>', 'utf8'), 'text/html; charset=UTF-8'],
  [Buffer.from('<meta charset=utf-8><title>\u00e4</title>', 'utf8'), 'text/html; charset=of-nobody'],
  [Buffer.from('\ufeff<title>\u00e4</title>', 'utf16le'), 'text/html; charset=utf-8'],
] as const)('a page says its charset: %#', ([bytes, type]) => {
  expect(page(bytes, type === 'text/html; charset=of-nobody' ? undefined : type).title).toBe('\u00e4');
});

test('a page leads on by meta refresh', () => {
  expect(page('<meta http-equiv=Refresh content="0; URL=\'next\'">').refresh).toBe('https://sts.example/a/next');
});

test('only a form to an application ends a sign-in', () => {
  const input = '<input type=hidden name=wresult value=x>';
  expect(endFormOf(page(`<form method=post action="https://rp.example/">${input}</form>`))).toBeUndefined();
  expect(endFormOf(page(`<form action="javascript:go()">${input}</form>`))).toBeUndefined();
  expect(endFormOf(page(`<form action="ms-app://a"></form><form action="ms-app://b">${input}</form>`))?.action).toBe(
    'ms-app://b',
  );
});

test('a page that nests without end is read', () => {
  expect(page('<div>'.repeat(60_000)).forms).toEqual([]);
});
