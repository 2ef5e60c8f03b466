import type { OpenRequest } from '../queries/session-types.ts';
import { parseSource } from '../queries/source-text.ts';

type Source = OpenRequest['source'];

/** What the deployment says. */
export interface Configuration {
  readonly source: Source;
  /** For a server that wants to know who asks; goes to the engine's memory and nowhere else. */
  readonly token?: string;
  /** Opened at once where the address names no place in the app. */
  readonly project?: string;
}

const BUNDLES_BESIDE_THE_PAGE: Configuration = { source: { kind: 'static', url: 'bundles/' } };

/**
 * The deployment's own source, from `config.json` beside the page: `{ "source": "bundles/" }` or
 * `{ "source": "api:https://…", "token": "…", "project": "…" }`, in the words of a link. Read at run time, so that one build serves
 * everywhere; absent or unreadable, the bundles beside the page are used.
 */
export async function readConfiguration(fetchFile: typeof fetch): Promise<Configuration> {
  try {
    const response = await fetchFile('config.json', { cache: 'no-cache' });
    if (!response.ok) return BUNDLES_BESIDE_THE_PAGE;
    const config: unknown = await response.json();
    if (typeof config === 'object' && config !== null && 'source' in config) {
      const { source } = config;
      const token = 'token' in config ? config.token : undefined;
      const project = 'project' in config ? config.project : undefined;
      if (typeof source === 'string' && source !== '') {
        return {
          source: parseSource(source),
          ...(typeof token === 'string' && token !== '' ? { token } : {}),
          ...(typeof project === 'string' && project !== '' ? { project } : {}),
        };
      }
    }
    return BUNDLES_BESIDE_THE_PAGE;
  } catch {
    return BUNDLES_BESIDE_THE_PAGE;
  }
}

/** Where a deployment wants to begin, for an address that names no place in the app; else nothing. */
export function configuredPlace(
  { project }: Pick<Configuration, 'project'>,
  hash: string,
): string | undefined {
  return project !== undefined && /^#?\/?$/.test(hash)
    ? `#/p/${encodeURIComponent(project)}/`
    : undefined;
}
