/** The text of an entity; nothing but the expansion of one brings it into an answer. */
export const nestedText = 'mde-conformance-entity-text';

/** A host that does not exist (RFC 6761 section 6.4), so that whoever looks for it can only complain about it. */
export const externalHost = 'entity.mde-conformance.invalid';
