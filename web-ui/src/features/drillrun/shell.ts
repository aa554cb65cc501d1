/**
 * Has the browser keep the page itself, so that it opens without a connection; where that is not possible the page works as ever. It
 * waits for the worker and not for `navigator.serviceWorker.ready`, which never comes where the page was first opened at another address
 * and run mode was reached by a link inside of it.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  try {
    await active(await navigator.serviceWorker.register('/sw.js', { scope: '/drills/plans/' }));
    await keepFonts();
  } catch (failure) {
    console.warn('The page cannot be kept for times without a connection.', failure);
  }
}

/** Waits until a worker has kept its files and is at work. */
async function active(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return;
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve();
      else if (worker.state === 'redundant') reject(new Error('The service worker could not be installed'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

const isFont = (path: string): boolean => path.startsWith('/assets/') && path.endsWith('.woff2');

let watched = false;

/** The parts of the typeface that this page has used so far and comes to use: the worker hears only of a page opened at its addresses. */
async function keepFonts(): Promise<void> {
  const name = (await caches.keys()).find((each) => each.startsWith('holdfast-shell-'));
  if (!name || watched) return;
  watched = true;
  const cache = await caches.open(name);
  const keep = async (paths: string[]): Promise<void> => {
    for (const path of new Set(paths.filter(isFont))) if (!(await cache.match(path))) await cache.add(path);
  };
  new PerformanceObserver((list) => {
    // without a connection a part that is not kept does not come either
    void keep(list.getEntries().map((each) => new URL(each.name).pathname)).catch(() => undefined);
  }).observe({ type: 'resource', buffered: true });
}
