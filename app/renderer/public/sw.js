// The Register in a browser opens with the server away. Order of work matters: first every file of the new build is
// stored, then the page that names them, then old files go. A refresh cut short leaves the build before whole.
const CACHE = 'shopbell-page-1';
const PAGE_PATIENCE = 2_500;
const scope = () => self.registration.scope;

async function refresh() {
  const answer = await fetch(new URL('precache.json', scope()), { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`precache.json: ${answer.status}`);
  const said = await answer.json();
  const listed = (Array.isArray(said) ? said : said.files).map((path) => new URL(path, scope()).href);
  const files = listed.filter((url) => !url.endsWith('/index.html') && url !== scope());
  const cache = await caches.open(CACHE);
  const page = await fetch(scope(), { cache: 'no-cache' });
  if (!page.ok) throw new Error(`page: ${page.status}`);
  for (const url of files) {
    // A hashed name never changes what it means; the few other files are asked for each time.
    const kept = url.includes('/assets/') && (await cache.match(url));
    if (!kept) await cache.add(new Request(url, { cache: 'no-cache' }));
  }
  await cache.put(scope(), page);
  const wanted = new Set([...files, scope()]);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

async function dropOldCaches() {
  for (const name of await caches.keys())
    if (name.startsWith('shopbell-page-') && name !== CACHE) await caches.delete(name);
}

async function pageFirstFromNetwork(request) {
  const stored = await (await caches.open(CACHE)).match(scope());
  if (!stored) return fetch(request);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PAGE_PATIENCE) });
    return answer.ok ? answer : stored;
  } catch {
    return stored;
  }
}

async function fileFirstFromCache(request) {
  const stored = await (await caches.open(CACHE)).match(request);
  return stored ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(refresh().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(dropOldCaches().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  // Offline there is nothing to refresh: the build at hand stays.
  if (event.data === 'refresh') event.waitUntil(refresh().catch(() => {}));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !request.url.startsWith(scope())) return;
  if (request.mode === 'navigate') event.respondWith(pageFirstFromNetwork(request));
  else if (!url.pathname.endsWith('/precache.json')) event.respondWith(fileFirstFromCache(request));
});
