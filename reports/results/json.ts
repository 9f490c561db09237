import type { Renderer } from '../renderer.ts';

/** `results.json`, which every other report can be made from; its shape is `schemas/json/results.schema.json`. */
export const json: Renderer = {
  format: 'json',
  fileName: 'results.json',
  render: (results) => `${JSON.stringify(results, null, 2)}\n`,
};
