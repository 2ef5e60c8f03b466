import { applyExceptions, type Exception, type Finding } from './findings.ts';
import { checkCycles, checkImports } from './imports.ts';
import { checkModule, checkText, checkTopLevel } from './source-rules.ts';
import { type ParsedModule, parseModule } from './syntax.ts';
import { checkWording } from './wording-rule.ts';

export interface CheckOptions {
  readonly exceptions: readonly Exception[];
  /** The day to judge exceptions by, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Applies every rule of the house to a set of files.
 *
 * @param files path from the root of the project, with `/`, to text
 * @returns the open findings by file and line; empty if the house is in order
 */
export function checkArchitecture(
  files: ReadonlyMap<string, string>,
  options: CheckOptions,
): Finding[] {
  const modules = new Map<string, ParsedModule>();
  for (const [file, text] of files) {
    if (/\.tsx?$/.test(file) && !file.startsWith('public/')) {
      modules.set(file, parseModule(file, text));
    }
  }
  const findings = [
    ...checkTopLevel(files.keys()),
    ...checkImports(modules),
    ...checkCycles(modules),
    ...[...modules].flatMap(([file, module]) => checkModule(file, module)),
    ...[...modules].flatMap(([file, module]) => checkWording(file, module)),
    ...[...files].flatMap(([file, text]) => checkText(file, text)),
  ];
  return applyExceptions(findings, options.exceptions, options.today).sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
}
