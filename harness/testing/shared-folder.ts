import path from 'node:path';
import { packageRoot } from '../package-root.ts';

/** The survey that may lie beside the project: samples, recordings and vectors of others. Only `*.shared.test.ts` read it. */
export const sharedFolder = path.join(packageRoot, '..', 'shared');
