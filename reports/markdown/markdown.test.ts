import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { judgement } from '../testing/judgement-parts.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { cell, code, plain } from './escape.ts';
import { markdown } from './markdown.ts';

const reader = new MarkdownIt({ html: true, linkify: true });
reader.linkify.set({ fuzzyLink: false });

const hostile: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '`a` ``b`` ```',
  '`',
  '| a | b |',
  '@octocat @org/team see #12 !34 GH-56 org/repo#7 $snippet ~label &epic :smile: 10:15:22',
  '[click](https://evil.example) ![x](https://evil.example/p.png) <https://evil.example> https://evil.example www.evil.example',
  'a\n\n# heading\n\n- list\n\n```\ncode',
  '**bold** _it_ ~~no~~ &lt;b&gt; &#64;octocat \\',
  '[^1] [ ] - [x] ---',
];

describe.each(hostile)('the text %j', (text) => {
  const oneLine = text.replace(/\s+/gu, ' ').trim();

  test('is a code span that shows it as it is', () => {
    const [inline] = reader.parseInline(`before ${code(text)} after`, {});
    expect(inline?.children?.map(({ type }) => type)).toEqual(['text', 'code_inline', 'text']);
    expect(inline?.children?.[1]?.content.trim()).toBe(oneLine);
  });

  test('is a code span that stays in its cell', () => {
    const tokens = reader.parse(`| a | b |\n| --- | --- |\n| ${cell(text)} | end |\n`, {});
    const cells = tokens.filter(({ type }) => type === 'inline').slice(2);
    expect(cells).toHaveLength(2);
    expect(cells[0]?.children?.map(({ type }) => type)).toEqual(['code_inline']);
    expect(cells[0]?.children?.[0]?.content.trim()).toBe(oneLine);
  });

  test('is a sentence that shows it as it is, without a mention or a reference', () => {
    const [inline] = reader.parseInline(`before ${plain(text)} after`, {});
    const kinds = new Set(inline?.children?.map(({ type }) => type));
    expect([...kinds]).toEqual(['text']);
    const shown = (inline?.children ?? []).map(({ content }) => content).join('');
    expect(shown.replaceAll('\u200B', '')).toBe(`before ${oneLine} after`);
    expect(shown).not.toMatch(/[@#!$~&]\w|GH-\d|:\w+:/u);
  });
});

test('hostile text in every field leaves the summary without foreign markup, links and mentions', () => {
  for (const text of hostile) {
    const all = JSON.parse(JSON.stringify(everyOutcome), (key, value: unknown) =>
      typeof value === 'string' && !fixed.has(key) ? text : value,
    ) as Results;
    const inlines = reader
      .parse(markdown.render(all, everyOutcomeEvidence), {})
      .flatMap((token) => [token, ...(token.children ?? [])]);
    const types = new Set(inlines.map(({ type }) => type.replace(/_(?:open|close)$/u, '')));
    expect([...types].filter((type) => !allowed.has(type))).toEqual([]);
    const prose = inlines.filter(({ type }) => type === 'text').map(({ content }) => content);
    expect(prose.filter((one) => /[@#]\w/u.test(one))).toEqual([]);
  }
});

/** What a results document can hold a few words for only. */
const fixed = new Set(['outcome', 'level', 'verdict', 'state', 'way', 'kind', 'by', 'must', 'part', 'damage', 'basis']);

const allowed = new Set(
  'heading paragraph inline text strong table thead tbody tr th td bullet_list list_item code_inline softbreak'.split(
    ' ',
  ),
);

test('what failed comes before what was not judged, and that before what passed', () => {
  const headings = [...markdown.render(everyOutcome, everyOutcomeEvidence).matchAll(/^### (.*)$/gmu)];
  expect(headings.map(([, text]) => text)).toEqual([
    'Internal errors of this tool (1)',
    'Failed: MUST (2)',
    'Not judged (2)',
    'Failed: SHOULD and MAY (2)',
    'Inapplicable (1)',
    'Passed (3)',
  ]);
});

test('each way in has its verdict', () => {
  const text = markdown.render(everyOutcome, everyOutcomeEvidence);
  expect(text).toContain('| on-premise | not conformant: 1 check failed | `1 MUST failed` |');
  expect(text).toContain('| certificate | not offered | `the server does not choose it` |');
});

test('it stays below the limit of GitHub, with failures first, and says what is cut', () => {
  const failed = Array.from({ length: 2_000 }, (_, index): Judgement =>
    judgement(`discovery/check-${index}`, {
      title: 'x'.repeat(3_000),
      outcome: 'failed',
      exchanges: [0],
      findings: [{ message: '🙂'.repeat(3_000), exchange: 0, part: 'body' }],
    }),
  );
  const many = { ...everyOutcome, judgements: [...everyOutcome.judgements, ...failed] };
  const text = markdown.render(many, everyOutcomeEvidence);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900 * 1024);
  expect(Buffer.byteLength(text)).toBeGreaterThan(800 * 1024);
  expect(text).toMatch(/\*\*Cut here:\*\* \d+ more parts did not fit; report\.html has all\.\n\n.*Run `7f0c3c1e/su);
  expect(text).toContain('discovery/check-0');
  expect(text).not.toContain('### Passed');
});
