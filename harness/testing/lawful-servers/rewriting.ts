import { varyBody, varyDocument } from '../varied-run.ts';
import type { About, Vary } from '../varied-run.ts';

type Change = (text: string) => string;

/**
 * Edits the text of one kind of answer, or of the faults. Throws where that changes nothing of the first one, for then it would
 * prove nothing; later ones may be of a form that lacks what is edited.
 */
export function rewriting(on: Exclude<About['kind'], 'probe' | 'other'> | 'fault', change: Change): Vary {
  const changed = changing(change);
  return varyBody((body, { kind, isFault }) =>
    (isFault ? 'fault' : kind) === on ? Buffer.from(changed(Buffer.from(body).toString())) : body,
  );
}

/** The same for the provisioning document. */
export function rewritingDocument(change: Change): Vary {
  return varyDocument(changing(change));
}

function changing(change: Change): Change {
  let isEffective = false;
  return (text) => {
    const result = change(text);
    isEffective ||= result !== text;
    if (!isEffective) throw new TypeError(`nothing changes in ${text}`);
    return result;
  };
}
