import type { Assumption } from '../gates/assumptions.ts';

/** Equal for two assumptions about the same thing. */
export function subjectKey(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'condition':
      return JSON.stringify(['condition', assumption.gate, assumption.condition]);
    case 'gate':
      return JSON.stringify(['gate', assumption.gate]);
    case 'item':
      return JSON.stringify(['item', assumption.item]);
    case 'stop':
      return JSON.stringify(['stop', assumption.stop]);
  }
}
