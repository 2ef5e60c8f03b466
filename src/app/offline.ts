import { ownScriptUrl } from '../queries/script-url.ts';

/**
 * Keeps the app in the browser, so that it opens without a network after the first visit. What it shows
 * then is what the source kept. Works where the browser has service workers: over HTTPS and on this
 * machine; elsewhere nothing happens. The scope is the folder of the page, wherever that lies.
 */
export async function keepForOffline(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return;
  try {
    const script = new URL('offline-worker.js', document.baseURI).href;
    await serviceWorker.register(ownScriptUrl(script), { updateViaCache: 'none' });
  } catch {
    // A page that cannot be kept is still a page.
  }
}
