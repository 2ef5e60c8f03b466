import { parentPort, workerData } from 'node:worker_threads';
import { folderLister } from '../files/walk.ts';
import { type StatSetup, statFolders } from './fingerprint.ts';

const setup: StatSetup = workerData;
const list = folderLister(setup.root, setup.exclude);

/** Fingerprints the folders that it is given, and names those in them. */
parentPort?.on('message', (folders: readonly string[]) => {
  parentPort?.postMessage(statFolders(setup, list, folders));
});
