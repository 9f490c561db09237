import { varyBody, varyDocument } from '../varied-run.ts';
import type { About, Vary } from '../varied-run.ts';

type Change = (text: string) => string;

/**
 * Edits the text of one kind of answer, or of the faults. Throws if the edit changes nothing in the first one, because
 * it would then prove nothing. Later answers may lack the edited part.
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
