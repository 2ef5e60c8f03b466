import type { ProblemLog } from './log.ts';

/** Scripts whose letters look alike; one id that mixes them may pretend to be another. */
const lookAlikes = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u] as const;
const plain = /^[\x20-\x7e]*$/;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f/u;

/** Flags an id that can be taken for another one by eye. */
export function checkId(id: string, kind: string, path: string, log: ProblemLog): void {
  if (plain.test(id)) return;
  if (invisible.test(id)) {
    log.report('id-invisible-characters', path, { params: { id, kind } });
  }
  if (lookAlikes.filter((script) => script.test(id)).length > 1) {
    log.report('id-mixed-scripts', path, { params: { id, kind } });
  }
}
