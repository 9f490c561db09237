import { expect, test } from 'vitest';
import { isFormat, loadRenderer, renderers } from './index.ts';
import { everyOutcome, everyOutcomeEvidence } from './testing/every-outcome.ts';

test.for(Object.entries(renderers))('%s renders every outcome as its golden sample', async ([format, { fileName }]) => {
  const renderer = await loadRenderer(format);
  expect(renderer).toMatchObject({ format, fileName });
  await expect(renderer.render(everyOutcome, everyOutcomeEvidence)).toMatchFileSnapshot(`samples/${fileName}`);
});

test('a format that does not exist is refused with those that do', async () => {
  expect(isFormat('toString')).toBe(false);
  await expect(loadRenderer('pdf')).rejects.toThrow('"pdf" is not a report format. Allowed: json, junit, html.');
});
