/**
 * Let the Register open with the server away. Each start asks the worker to fetch what is new; without a worker
 * (plain `http`, private browsing) the Register works, only not from a cold start without the server.
 */
export async function startServiceWorker(container: ServiceWorkerContainer | undefined): Promise<void> {
  if (!container) return;
  try {
    await container.register('./sw.js', { updateViaCache: 'none' });
    const { active } = await container.ready;
    active?.postMessage('refresh');
  } catch {
    // Refused by the browser: nothing to tell a cashier, everything else works.
  }
}
