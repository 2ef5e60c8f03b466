import type { JsonNode } from '../input/json-node.ts';
import type { WarningLog } from '../input/warning-log.ts';
import type { SarifLevel, SarifRule } from '../reports/sarif-report.ts';

/** What the parts of one run look up in each other. */
export interface SarifContext {
  readonly run: JsonNode;
  readonly index: number;
  readonly rules: readonly KnownRule[];
  /** Lists of the run that results point into; made once, since results are many. */
  readonly shared: {
    readonly artifacts: readonly JsonNode[];
    readonly logicalLocations: readonly JsonNode[];
    readonly threadFlowLocations: readonly JsonNode[];
    /** By component and by id; the first of two with one id. */
    readonly rulesById: ReadonlyMap<number, ReadonlyMap<string, KnownRule>>;
    readonly rulesByIndex: ReadonlyMap<number, readonly KnownRule[]>;
  };
  readonly log: WarningLog;
}

export function contextOf(run: JsonNode, index: number, log: WarningLog): SarifContext {
  const rules = readRules(run, log);
  const rulesByIndex = Map.groupBy(rules, ({ component }) => component);
  const idsOf = (known: readonly KnownRule[]): Map<string, KnownRule> => {
    const byId = new Map<string, KnownRule>();
    for (const entry of known) if (!byId.has(entry.rule.id)) byId.set(entry.rule.id, entry);
    return byId;
  };
  return {
    run,
    index,
    rules,
    shared: {
      artifacts: run.at('artifacts').items(),
      logicalLocations: run.at('logicalLocations').items(),
      threadFlowLocations: run.at('threadFlowLocations').items(),
      // A result that names no component may mean a rule of any; the driver's come first.
      rulesById: new Map([
        [-1, idsOf(rules)],
        ...[...rulesByIndex]
          .filter(([component]) => component !== -1)
          .map(([component, known]) => [component, idsOf(known)] as const),
      ]),
      rulesByIndex,
    },
    log,
  };
}

export interface KnownRule {
  readonly rule: SarifRule;
  readonly node: JsonNode;
  /** -1: the driver; others are extensions. */
  readonly component: number;
  /** Index among all rules of the run. */
  readonly position: number;
}

const levels: Readonly<Record<string, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
  none: 'none',
};

/** A level, the default where there is none, `unknown` for a word that SARIF does not have. */
export function levelOf(node: JsonNode, otherwise: SarifLevel): SarifLevel {
  if (!node.exists) return otherwise;
  const word = node.text() ?? '';
  return Object.hasOwn(levels, word) ? (levels[word] ?? 'unknown') : 'unknown';
}

/** The rules of the driver, followed by those of its extensions. */
function readRules(run: JsonNode, log: WarningLog): readonly KnownRule[] {
  const tool = run.at('tool');
  return [tool.at('driver'), ...tool.at('extensions').items()]
    .flatMap((component, at) =>
      component
        .at('rules')
        .items()
        .map((node): Omit<KnownRule, 'position'> => {
          const id = node.at('id').text();
          if (id === undefined) {
            log.add('member-missing', { pointer: node.place, params: { member: 'id' } });
          }
          const rule = readRule(node, id ?? '', component.at('name').text() ?? '');
          return { rule, node, component: at - 1 };
        }),
    )
    .map((known, position) => ({ ...known, position }));
}

function readRule(node: JsonNode, id: string, component: string): SarifRule {
  const name = node.at('name').text();
  const short = node.at('shortDescription').at('text').text();
  const full = node.at('fullDescription').at('text').text();
  const help = node.at('help').at('text').text() ?? node.at('help').at('markdown').text();
  const helpUri = node.at('helpUri').text();
  return {
    id,
    ...(name !== undefined && { name }),
    ...(short !== undefined && { short }),
    ...(full !== undefined && { full }),
    ...(help !== undefined && { help }),
    ...(helpUri !== undefined && { helpUri }),
    level: levelOf(node.at('defaultConfiguration').at('level'), 'warning'),
    tags: node.at('properties').at('tags').texts(),
    component,
  };
}

/** The rule of a result: by its index, or else by its id (`CA1000/1` is a part of `CA1000`). */
export function ruleOf(result: JsonNode, { shared, log }: SarifContext): KnownRule | undefined {
  const reference = result.at('rule');
  const component = reference.at('toolComponent').at('index').number() ?? -1;
  const index = reference.at('index').number() ?? result.at('ruleIndex').number() ?? -1;
  const id = result.at('ruleId').text() ?? reference.at('id').text();
  if (index >= 0) {
    const found = shared.rulesByIndex.get(component)?.[index];
    if (found === undefined) {
      log.add('reference-missing', { pointer: result.place, params: { id: index } });
    }
    return found;
  }
  if (id === undefined) return undefined;
  const named = shared.rulesById.get(component);
  for (let part = id; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
    const found = named?.get(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text of a message: its own, or that of its id, with arguments in place of `{0}`. */
export function messageText(
  message: JsonNode,
  { run }: SarifContext,
  rule: KnownRule | undefined,
): string {
  const own = message.at('text').text();
  const id = message.at('id').text() ?? '';
  const text =
    own ??
    rule?.node.at('messageStrings').at(id).at('text').text() ??
    run.at('tool').at('driver').at('globalMessageStrings').at(id).at('text').text() ??
    message.at('markdown').text() ??
    '';
  const given = message.at('arguments').texts();
  return text.replaceAll(/\{\{|\}\}|\{(\d+)\}/g, (match: string, digits: string | undefined) =>
    digits === undefined ? match.slice(1) : (given[Number(digits)] ?? match),
  );
}
