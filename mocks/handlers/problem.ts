import { HttpResponse } from 'msw/http';

/** An error as RFC 9457 words it. */
export function problem(status: number, title: string, path: string) {
  return new HttpResponse(JSON.stringify({ type: 'about:blank', title, status, instance: path }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
