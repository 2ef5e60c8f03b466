import './ui/base.css';
import { start } from './app/start.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

if (import.meta.env.VITE_SOURCE === 'api') {
  const { startMocks } = await import('../mocks/browser.ts');
  const { apiUrl } = await startMocks();
  await start(root, { kind: 'api', url: apiUrl });
} else {
  await start(root);
}
