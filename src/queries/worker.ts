import { expose } from 'comlink';
import { createWorkerSession } from './worker-api.ts';

expose(createWorkerSession());
