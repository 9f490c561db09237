import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';

/** What expressions of a workflow may name: `inputs`, `steps`, `github`, …, as plain data. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the job stands, for `success()` and the others. */
export interface JobStatus {
  readonly hasFailed: boolean;
}

const mentionsStatus = /\b(?:always|success|failure|cancelled)\(\s*\)/u;

/** Whether a step runs: a condition that names no status asks for success besides. */
export function isToRun(condition: string | undefined, contexts: Contexts, status: JobStatus): boolean {
  const bare = (condition ?? 'success()').replace(/^\$\{\{(.*)\}\}$/su, '$1');
  const whole = mentionsStatus.test(bare) ? bare : `success() && (${bare})`;
  const value = evaluate(whole, contexts, status);
  return value.kind === data.Kind.Boolean ? value.value : value.coerceString() !== '';
}

/** A text with its expressions replaced by what they are, as GitHub's own evaluator says. */
export function interpolate(text: string, contexts: Contexts, status: JobStatus): string {
  return text.replace(/\$\{\{(.*?)\}\}/gsu, (_, expression: string) =>
    evaluate(expression, contexts, status).coerceString(),
  );
}

function evaluate(expression: string, contexts: Contexts, { hasFailed }: JobStatus): data.ExpressionData {
  const statusFunctions = Object.entries({
    always: true,
    success: !hasFailed,
    failure: hasFailed,
    cancelled: false,
  }).map(([name, value]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }));
  const parser = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), [
    ...statusFunctions,
    ...Object.values(wellKnownFunctions),
  ]);
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parser.parse(), context, new Map(statusFunctions.map((one) => [one.name, one]))).evaluate();
}
