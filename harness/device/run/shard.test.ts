import { describe, expect, test } from 'vitest';
import { scenariosInAllWays } from '../../../suites/ways.ts';
import { scenariosOfShard } from './shard.ts';

const shardsOf = (of: number) =>
  Array.from({ length: of }, (_, index) => [...scenariosOfShard(scenariosInAllWays, { number: index + 1, of })]);

describe.each([2, 3, 7])('of %i shards', (of) => {
  test('each scenario is in one, and all clean up after themselves', () => {
    const cleanups = scenariosInAllWays.filter(({ given }) => given === 'cleanup');
    const shards = shardsOf(of);
    expect(cleanups).not.toEqual([]);
    for (const scenario of scenariosInAllWays)
      expect(shards.filter((shard) => shard.includes(scenario))).toHaveLength(cleanups.includes(scenario) ? of : 1);
  });

  test('none enrolls many more devices than another, and each is in plan order', () => {
    const costs = shardsOf(of).map((shard) => shard.reduce((sum, { devices }) => sum + devices + 1, 0));
    const largest = Math.max(...scenariosInAllWays.map(({ devices }) => devices + 1));
    expect(Math.max(...costs) - Math.min(...costs)).toBeLessThanOrEqual(largest);
    for (const shard of shardsOf(of)) {
      const places = shard.map((scenario) => scenariosInAllWays.indexOf(scenario));
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }
  });
});
