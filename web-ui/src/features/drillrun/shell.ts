/** Has the browser keep the page itself, so that it opens without a connection; where that is not possible the page works as ever. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/drills/plans/' });
    await navigator.serviceWorker.ready;
    await keepFonts();
  } catch (failure) {
    console.warn('The page cannot be kept for times without a connection.', failure);
  }
}

/** The parts of the typeface that this page has used so far; later ones are kept as they come. */
async function keepFonts(): Promise<void> {
  const name = (await caches.keys()).find((each) => each.startsWith('holdfast-shell-'));
  const used = performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname);
  const fonts = [...new Set(used.filter((path) => path.startsWith('/assets/') && path.endsWith('.woff2')))];
  if (name) await (await caches.open(name)).addAll(fonts);
}
