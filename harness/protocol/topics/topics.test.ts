import { describe, expect, test } from 'vitest';
import { lookupTerm } from '../codes/lookup.ts';
import { formatHresult } from '../faults/hresult.ts';
import { findTopic, plain, topicHolding, topicSpellings } from './find-topic.ts';
import { topics } from './table.ts';

describe.each(topics.map((topic) => [topic.name, topic] as const))('the topic %s', (name, topic) => {
  test('is found under its name and each spelling, in any letter case and with any separators', () => {
    for (const spelling of [name, ...topic.spellings]) {
      for (const typed of [spelling, spelling.toUpperCase(), spelling.replaceAll(/[ -]/g, '_')]) {
        expect(findTopic(typed)?.name, typed).toBe(name);
      }
    }
  });

  test('has a name of lower-case words, and no spelling twice', () => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(new Set(topic.spellings).size).toBe(topic.spellings.length);
  });

  test('takes no term away from a code or an event', () => {
    for (const spelling of [name, ...topic.spellings]) {
      expect(lookupTerm(spelling), spelling).toMatchObject({ faults: [], events: [] });
    }
  });

  test('says in three to eight sentences what it is', () => {
    expect(topic.says.length).toBeGreaterThanOrEqual(3);
    expect(topic.says.length).toBeLessThanOrEqual(8);
    for (const line of topic.says) expect(line).toMatch(/^\S.*\.$/);
    for (const text of [topic.title, topic.server]) expect(text).toMatch(/^[A-Z].*[^.;: ]$/);
  });

  test('names codes that the tables know', () => {
    for (const code of topic.codes) {
      expect(lookupTerm(formatHresult(code)).faults[0]?.meaning).toMatch(/^(?!Not known here)./);
    }
  });
});

test('no two topics share a spelling', () => {
  const all = topics.flatMap(({ name, spellings }) => [...new Set([name, ...spellings].map(plain))]);
  expect(all.filter((spelling, index) => all.indexOf(spelling) !== index)).toEqual([]);
  expect(topicSpellings).toEqual(all);
});

test('a word of four letters finds the topic that holds it', () => {
  expect(topicHolding('domain')?.name).toBe('domain-join');
  expect(topicHolding('hub')).toBeUndefined();
  expect(topicHolding('zebra')).toBeUndefined();
});

test('an unknown term has no topic', () => {
  expect(findTopic('domain-jion')).toBeUndefined();
  expect(findTopic('')).toBeUndefined();
});
