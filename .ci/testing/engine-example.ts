import { readFileSync } from 'node:fs';
import { parsePlan } from '../../src/bundle/parse-plan.ts';
import { answers } from '../../src/derive/answers.ts';
import { proofOfItem } from '../../src/derive/proof.ts';
import { unblockingItem } from '../../src/derive/unblocking.ts';
import { createEvaluation } from '../../src/gates/evaluate.ts';
import { buildProject } from '../../src/model/build-project.ts';

// node .ci/testing/engine-example.ts bundle.json 2026-11-20T12:00:00Z
const [file = '', asOf = ''] = process.argv.slice(2);
const { content, problems, unknownCritical } = parsePlan(readFileSync(file), file);
if (content === undefined) throw new Error(problems.map(({ code }) => code).join());
const project = buildProject(content, { problems, unknownCritical });

const say = (line: string) => process.stdout.write(`${line}\n`);

const evaluation = createEvaluation(project, { asOf });
const { verdicts } = evaluation;
for (const gate of verdicts.gates.values()) {
  say(`gate ${gate.id}: ${gate.verdict}`);
  for (const condition of gate.conditions) {
    say(`  condition ${condition.id}: ${condition.verdict} (${condition.reason.code})`);
  }
}

const context = { project, verdicts, evaluation };
for (const item of verdicts.items.values()) {
  const { causes } = unblockingItem(context, item.id);
  const proof = proofOfItem(context, item.id);
  say(`item ${item.id}: ${item.state}, waits for ${item.waitsFor.join(', ') || 'nothing'}`);
  say(`  ${causes.length} causes to clear, a proof of ${proof?.children.length ?? 0} parts`);
}
say(`may start: ${answers(context).ready.join(', ') || 'nothing'}`);

// What if every gate had passed? Nothing of it is kept.
const gates = [...verdicts.gates.keys()];
const supposed = evaluation.whatIf(
  gates.map((gate) => ({ kind: 'gate', gate, verdict: 'passed' })),
);
const freed = [...supposed.items.values()].filter(
  ({ id, state }) => state === 'ready' && verdicts.items.get(id)?.state !== 'ready',
);
say(`with all gates passed also: ${freed.map(({ id }) => id).join(', ') || 'nothing'}`);
