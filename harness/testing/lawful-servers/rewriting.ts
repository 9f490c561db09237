import { varyBody, varyDocument, varySyncml } from '../varied-run.ts';
import type { About, Vary } from '../varied-run.ts';

type Change = (text: string) => string;

/**
 * Edits the text of one kind of answer, or of the faults. Throws if the edit changes nothing in the first one, because
 * it would then prove nothing. Later answers may lack the edited part.
 */
export function rewriting(on: Exclude<About['kind'], 'probe' | 'manage' | 'other'> | 'fault', change: Change): Vary {
  const changed = changing(change);
  return varyBody((body, { kind, isFault }) =>
    (isFault ? 'fault' : kind) === on ? Buffer.from(changed(Buffer.from(body).toString())) : body,
  );
}

/** Edits the text of the messages of management sessions; a session begins with a challenge, in which there may be nothing to edit. */
export function rewritingSessions(change: Change): Vary {
  return varySyncml((body) => Buffer.from(change(Buffer.from(body).toString())));
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
