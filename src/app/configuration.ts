import type { OpenRequest } from '../queries/session-types.ts';
import { parseSource } from '../queries/source-text.ts';

type Source = OpenRequest['source'];

const BUNDLES_BESIDE_THE_PAGE: Source = { kind: 'static', url: 'bundles/' };

/**
 * The deployment's own source, from `config.json` beside the page: `{ "source": "bundles/" }` or
 * `{ "source": "api:https://…" }`, in the words of a link. Read at run time, so that one build serves
 * everywhere; absent or unreadable, the bundles beside the page are used.
 */
export async function readDefaultSource(fetchFile: typeof fetch): Promise<Source> {
  try {
    const response = await fetchFile('config.json', { cache: 'no-cache' });
    if (!response.ok) return BUNDLES_BESIDE_THE_PAGE;
    const config: unknown = await response.json();
    if (typeof config === 'object' && config !== null && 'source' in config) {
      const { source } = config;
      if (typeof source === 'string' && source !== '') return parseSource(source);
    }
    return BUNDLES_BESIDE_THE_PAGE;
  } catch {
    return BUNDLES_BESIDE_THE_PAGE;
  }
}
