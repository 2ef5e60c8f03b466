/*
 * Keeps the app's own files for a visit without a network. Pages are asked of the network first, so that
 * a new version is never hidden by an old one; built files never change under their name. `config.json`
 * says where the bundles are and is kept like the page. Data is none of its business: what a source keeps,
 * it keeps itself, with its age. Hosts that say `Vary` of files that never differ are not followed: what was
 * kept is all there is without a network.
 */
const cacheName = 'wavegate-app-1';
const scope = self.registration.scope;
const assets = `${scope}assets/`;
const config = `${scope}config.json`;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

async function keepAll() {
  const cache = await caches.open(cacheName);
  const page = await fetch(scope, { cache: 'no-cache' });
  if (!page.ok) return;
  await cache.put(scope, page);
  await fetch(config, { cache: 'no-cache' }).then(
    (answer) => keepConfig(answer),
    () => undefined,
  );
  const list = await fetch(`${scope}offline-files.json`, { cache: 'no-cache' });
  if (!list.ok) return;
  const files = await list.json();
  const known = await cache.keys();
  const wanted = new Set(files.map((file) => new URL(file, scope).href));
  // Files of versions before; a page that is still open has them already.
  for (const request of known) {
    if (request.url.startsWith(assets) && !wanted.has(request.url)) await cache.delete(request);
  }
  for (const url of wanted) {
    if ((await cache.match(url, { ignoreVary: true })) === undefined) await cache.add(url).catch(() => undefined);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = request.url.replace(/[?#].*$/, '');
  if (request.mode === 'navigate' && (url === scope || url === `${scope}index.html`)) {
    event.respondWith(pageOf(request));
  } else if (url.startsWith(assets)) {
    event.respondWith(assetOf(request));
  } else if (url === config) {
    event.respondWith(configOf(request));
  }
});

async function pageOf(request) {
  try {
    const page = await fetch(request);
    if (page.ok) {
      const copy = page.clone();
      const cache = await caches.open(cacheName);
      await cache.put(scope, copy);
    }
    return page;
  } catch (error) {
    const kept = await caches.match(scope, { cacheName, ignoreVary: true });
    if (kept === undefined) throw error;
    return kept;
  }
}

async function assetOf(request) {
  const kept = await caches.match(request, {
    cacheName,
    ignoreSearch: true,
    ignoreVary: true,
  });
  if (kept !== undefined) return kept;
  const fetched = await fetch(request);
  if (fetched.ok) {
    const cache = await caches.open(cacheName);
    await cache.put(request, fetched.clone());
  }
  return fetched;
}

/* Where the bundles are is asked of the network first, too: without it, the page looks where it looked. */
async function configOf(request) {
  try {
    const answer = await fetch(request);
    await keepConfig(answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(config, { cacheName, ignoreVary: true });
    if (kept === undefined) throw error;
    return kept;
  }
}

/* A configuration with a token is in no storage, and neither is one that is gone. */
async function keepConfig(answer) {
  const cache = await caches.open(cacheName);
  const text = answer.ok ? await answer.clone().text() : '';
  if (answer.ok && !text.includes('"token"')) await cache.put(config, answer);
  else await cache.delete(config);
}
