/** Every rule that the check knows; the name stands in the report and in an exception. */
export type Rule =
  | 'layer'
  | 'package'
  | 'view'
  | 'mocks'
  | 'dynamic'
  | 'cycle'
  | 'place'
  | 'top-level'
  | 'purity'
  | 'length'
  | 'registry'
  | 'machine-path'
  | 'mark'
  | 'focus'
  | 'syntax'
  | 'wording'
  | 'exception';

/** One violation. `line` counts from 1; `target` names what is imported or used. */
export interface Finding {
  readonly rule: Rule;
  readonly file: string;
  readonly line: number;
  readonly target: string;
  readonly message: string;
}

/** One permitted violation. Without `target` it covers every finding of the rule in the file. */
export interface Exception {
  readonly rule: Exclude<Rule, 'exception'>;
  readonly file: string;
  readonly target?: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

/**
 * Takes the permitted findings out and adds one for each exception that has run out or that nothing
 * needs any more.
 *
 * @param today the day to judge by, `YYYY-MM-DD`
 */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  today: string,
): Finding[] {
  const complaints: Finding[] = [];
  const valid = exceptions.filter((exception) => {
    const complain = (message: string): void => {
      complaints.push({
        rule: 'exception',
        file: exception.file,
        line: 1,
        target: exception.rule,
        message,
      });
    };
    if (!/^\d{4}-\d{2}-\d{2}$/.test(exception.until) || exception.reason.trim() === '') {
      complain('an exception needs a reason and a date (YYYY-MM-DD)');
      return false;
    }
    if (exception.until < today) {
      complain(`the exception from "${exception.rule}" ran out on ${exception.until}`);
      return false;
    }
    if (!findings.some((finding) => covers(exception, finding))) {
      complain(`nothing needs the exception from "${exception.rule}" any more: remove it`);
    }
    return true;
  });
  const open = findings.filter((finding) => !valid.some((entry) => covers(entry, finding)));
  return [...open, ...complaints];
}

function covers(exception: Exception, finding: Finding): boolean {
  return (
    exception.rule === finding.rule &&
    exception.file === finding.file &&
    (exception.target === undefined || exception.target === finding.target)
  );
}
