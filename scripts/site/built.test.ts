import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBuiltSite, foreignInStyle, readBuiltPage } from './check-built-site.ts';
import { baseOf } from './site-folders.ts';
import { staticPages } from './static-pages.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

const rule = '<h2 id="source">Source<a class="header-anchor" href="#source">\u200B</a></h2>';

test('a site that is right has no problem', () => {
  write({
    'index.html':
      '<a href="/checks/a/b.html#source">x</a><a href="https://other.example/">y</a><a href="/checks/">z</a>',
    'checks/index.html': '<a href="a/b.html">x</a><link rel="icon" href="data:,"><script src="/app.js"></script>',
    'checks/a/b.html': rule,
    'app.js': '',
    'style.css': 'a { background: url(data:image/svg+xml,x) }',
  });
  expect(checkBuiltSite(folder, '/', [['checks/a/b.html', ['Source']]])).toEqual([]);
});

test('a site below a path links below it', () => {
  write({ 'index.html': '<a href="/mde/a.html">x</a><a href="/a.html">y</a>', 'a.html': '' });
  expect(checkBuiltSite(folder, '/mde/', [])).toEqual(['index.html links to /a.html, which is not there']);
});

test('a missing page, a missing section, a dead link and a dead anchor are named', () => {
  write({ 'checks/a/b.html': rule, 'index.html': '<a href="none.html">x</a><a href="checks/a/b.html#none">y</a>' });
  const due = [
    ['checks/a/b.html', ['Source', 'Proof']],
    ['checks/a/c.html', []],
  ] as const;
  expect(checkBuiltSite(folder, '/', due)).toEqual([
    'checks/a/b.html has the sections Source, and not Source, Proof',
    'checks/a/c.html is missing',
    'index.html links to none.html, which is not there',
    'index.html links to checks/a/b.html#none, and checks/a/b.html has no such anchor',
  ]);
});

test('without its pages, the registry fails the site', () => {
  expect(checkBuiltSite(folder, '/')).toContain('checks/provisioning/thumbprint.html is missing');
});

describe('what is loaded from another origin is named', () => {
  test.each([
    '<script src="https://cdn.example/a.js"></script>',
    '<link rel="stylesheet" href="//cdn.example/a.css">',
    '<link rel="preload" href="http://cdn.example/font.woff2">',
    '<img src="https://cdn.example/a.png">',
    '<style>@import "https://cdn.example/a.css";</style>',
    '<p style="background: url(https://cdn.example/a.png)">x</p>',
  ])('%s', (html) => {
    write({ 'index.html': html });
    expect(checkBuiltSite(folder, '/', [])).toEqual([
      expect.stringMatching(/^index\.html loads (?:https?:)?\/\/cdn\.example\/\S+ from another origin$/u),
    ]);
  });

  test('in a style sheet', () => {
    expect(foreignInStyle('@font-face { src: url("https://fonts.example/x.woff2") } b { mask: url(/a.svg) }')).toEqual([
      'https://fonts.example/x.woff2',
    ]);
  });

  test('a link to another origin loads nothing', () => {
    expect(readBuiltPage('<a href="https://other.example/">x</a>').loads).toEqual([]);
  });
});

test('the base is the path of the public address', () => {
  expect(baseOf(undefined)).toBe('/');
  expect(baseOf('https://docs.example.test')).toBe('/');
  expect(baseOf('https://docs.example.test/mde')).toBe('/mde/');
  expect(baseOf('https://docs.example.test/a/b/')).toBe('/a/b/');
});

describe('a page of Markdown', () => {
  const plugin = staticPages();
  const made = '<script >\nexport const __pageData = JSON.parse("{}")\nexport default {name:"a.md"}</script>';

  test('is taken as it is', () => {
    const code = plugin.transform(`${made}\n<template><div><p title="a">{{ b }}</p>\n</div></template>`, '/x/a.md');
    expect(code).toContain('export const __pageData = JSON.parse("{}")');
    expect(code).toContain('createStaticVNode("<div><p title=\\"a\\">{{ b }}</p>\\n</div>", 1)');
  });

  test('with a script of its own is refused', () => {
    expect(() => plugin.transform(`<script setup>a()</script>\n${made}\n<template></template>`, '/x/a.md')).toThrow(
      '/x/a.md is no page that VitePress made of Markdown alone',
    );
  });

  test('is all that it changes', () => {
    expect(plugin.transform('export {}', '/x/a.vue')).toBeUndefined();
  });
});
