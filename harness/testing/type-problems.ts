import ts from 'typescript';

/**
 * What the compiler says of files and of the types that they import, in a strict project with that way of resolving modules. Other
 * libraries are read and not checked, which would take most of the time.
 */
export function typeProblems(
  files: readonly string[],
  types: string,
  resolution: 'node' | 'bundler',
): readonly string[] {
  const modules =
    resolution === 'node'
      ? { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }
      : { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const lib = ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'];
  const options = { ...modules, lib, strict: true, noEmit: true, target: ts.ScriptTarget.ES2023, types: ['node'] };
  const program = ts.createProgram(files, options);
  const imported = program.getSourceFile(types);
  if (!imported) return [`${types} is not imported`];
  const own = [...files.map((file) => program.getSourceFile(file)), imported];
  const problems = own.flatMap((source) => ts.getPreEmitDiagnostics(program, source));
  return problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
