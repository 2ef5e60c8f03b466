import '../../src/ui/base.css';
import { start } from '../../src/app/start.tsx';

/** The page of one bundle, which lies in the page itself. Nothing is fetched from anywhere. */
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
void start(root, { kind: 'local', id: 'embedded' });
