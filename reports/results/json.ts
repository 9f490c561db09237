import type { Renderer } from '../renderer.ts';

/** `results.json`, from which every other report can be made; its schema is `schemas/json/results.schema.json`. */
export const json: Renderer = {
  format: 'json',
  fileName: 'results.json',
  render: (results) => `${JSON.stringify(results, null, 2)}\n`,
};
