import type { Ladder } from './arbitrary-chains.ts';
import type { Chain } from './chains.ts';
import { mintAuthority, mintLeaf, mintRoot, type Minted } from './mint.ts';

/** From the wishes for root, authorities and leaf to their chain. */
export function mintChain(ladder: Ladder): Chain {
  const [rootWish = {}, ...others] = ladder;
  const root = mintRoot(rootWish);
  const intermediates: Minted[] = [];
  for (const wish of others.slice(0, -1)) intermediates.push(mintAuthority(intermediates.at(-1) ?? root, wish));
  return { leaf: mintLeaf(intermediates.at(-1) ?? root, others.at(-1)), intermediates, anchors: [root] };
}
