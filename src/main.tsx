import './ui/base.css';
import { start } from './app/start.tsx';

// Not awaited by the module: what it imports on demand may share a script with it, and would wait for it.
async function boot(root: HTMLElement): Promise<void> {
  if (import.meta.env.VITE_SOURCE === 'api') {
    const { startMocks } = await import('../mocks/browser.ts');
    const { apiUrl } = await startMocks();
    await start(root, { kind: 'api', url: apiUrl });
  } else {
    await start(root);
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
void boot(root);
