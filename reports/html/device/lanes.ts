import type { Step } from './devices.ts';

/** Somebody whom a device talks to, and where its line is in the picture. */
export interface Lane {
  readonly name: string;
  readonly x: number;
  readonly kinds: readonly string[] | 'others';
}

const pages = { name: 'Pages of the sign-in', kinds: ['authenticate', 'terms-of-use', 'deep-link-page'] } as const;
const management = { name: 'Management service', kinds: ['manage'] } as const;
const enrollment = { name: 'Enrollment services', kinds: 'others' } as const;

const places = { alone: 690, near: 420, far: 690 };

/** One or two lanes beside that of the device: where it also talks to both others, the pages stand with the services. */
export function lanesOf(steps: readonly Step[]): readonly Lane[] {
  const isThere = (kinds: readonly string[]): boolean => steps.some(({ note }) => kinds.includes(note?.kind ?? ''));
  const isManaged = isThere(management.kinds);
  const isOther = steps.some(({ note }) => ![...pages.kinds, ...management.kinds].some((kind) => kind === note?.kind));
  const hasPages = isThere(pages.kinds);
  const [last] = [...(isManaged ? [management] : []), ...(hasPages ? [pages] : [])];
  if (last === undefined) return [{ ...enrollment, x: places.alone }];
  const isWithPages = isManaged && hasPages;
  if (!isOther && !isWithPages) return [{ ...last, kinds: 'others', x: places.alone }];
  const { near, far } = places;
  return [
    { ...enrollment, x: near, ...(isWithPages ? { name: 'Enrollment services and pages' } : {}) },
    { ...last, x: far },
  ];
}

/** The lane that a message goes to. */
export function laneOf({ note }: Step, lanes: readonly Lane[]): Lane {
  const own = lanes.find(({ kinds }) => kinds !== 'others' && kinds.includes(note?.kind ?? ''));
  const [first] = lanes;
  const lane = own ?? lanes.find(({ kinds }) => kinds === 'others') ?? first;
  if (lane === undefined) throw new RangeError('a sequence has a lane beside that of the device');
  return lane;
}
