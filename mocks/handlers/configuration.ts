import { HttpResponse, http } from 'msw/http';
import { apiRoots } from './bundles.ts';

/** The deployment's own configuration: it points the page at the mocked server. */
export function configurationHandler(baseUrl: string) {
  return http.get(new URL('config.json', baseUrl).href, () =>
    HttpResponse.json({ source: `api:${apiRoots.samples}` }),
  );
}
