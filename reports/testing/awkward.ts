/** Characters that a report must survive: markup, ends of sections, controls, a lone surrogate, a reordering mark. */
export const awkward = `<script>alert("1")</script> ]]> & 'q' \0 \u001B[31m \uD800 \u202Ereversed \uFFFE é 漢 🙂`;
