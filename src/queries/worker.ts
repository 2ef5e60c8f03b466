import { expose } from 'comlink';
import { warmUp } from './warm-up.ts';
import { createWorkerSession } from './worker-api.ts';

expose(createWorkerSession());
warmUp((task) => setTimeout(task, 0));
