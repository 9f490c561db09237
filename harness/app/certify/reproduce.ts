import type { Results } from '../../engine/verdict/results.ts';
import { oneLine } from '../../../reports/text/printable.ts';
import { verdictMarks } from '../../../reports/text/wording.ts';
import type { Readiness } from './readiness.ts';
import type { Statement } from './statement.ts';

/** The text that tells a reader what the kit holds and how to judge it again. Texts of others stand in code blocks, so that none is markup. */
export function reproduceText(
  results: Results,
  { product, version, vendor }: Statement,
  { scored, notes }: Readiness,
): string {
  const { tool, run, requirementSet, verdict } = results;
  const release = `${tool.name}@${tool.version}`;
  return `# Submission

${block([
  `Product: ${product} ${version}, of ${vendor}`,
  `Target: ${run.target}`,
  `Run: ${run.id}, ${run.startedAt}, profile ${run.profile}`,
  `Verdict: ${verdictMarks[verdict].word}`,
  `Tool: ${release}${run.maker ? `, Node ${run.maker.node}` : ''}`,
  `Scored set: ${scored.set}, SHA-256 ${scored.digest}`,
  `Scored checks: ${scored.checks}, of which ${scored.passed} passed, ${scored.failed} failed, ${scored.inapplicable} inapplicable`,
  `Not scored: ${scored.notScored} checks, which were judged and are scored by the next set`,
  `Catalogue: SHA-256 ${requirementSet}`,
])}

## What is here

- \`statement.yaml\`: what the vendor says of the product. Nobody but the vendor stands for it.
- \`results.json\`, \`session.har\`: every judgement, and every exchange that it rests on. Placeholders replace the secrets.
- \`report.html\` and other reports: made of the two.
- \`manifest.json\`: the SHA-256 of each file, and of nothing else. \`manifest.dsse.json\`, if it is here, is its signature.

## Check that nothing was changed

${block([`npx ${release} verify . --rejudge --key <public key of the vendor>`])}

It compares the digests, verifies the signature, renders each report again, and judges the session again. A signature shows who ran what. It
does not show that the server is good, or that it was the server of the product.

## Do it again

${block([run.maker?.commandLine ?? `npx ${release} run <target>`])}

A run needs the target and its secrets, which are not here.
${notes.length === 0 ? '' : `\n## To be known\n\n${block(notes)}\n`}`;
}

/** Nothing in a line ends the block. */
function block(lines: readonly string[]): string {
  return `\`\`\`text\n${lines.map((line) => oneLine(line).replaceAll('```', "'''")).join('\n')}\n\`\`\``;
}
