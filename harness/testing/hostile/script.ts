/** Markup that rows write where a report shows it. No report holds it: a report escapes it. */
export const script = '<script>alert(1)</script>';
