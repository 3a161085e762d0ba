import { FAULTS, openFaultProxy } from './fixtures/fault-proxy.ts';
import { openProfile } from './fixtures/browser-register.ts';
import { hubBooks } from './fixtures/hub-books.ts';
import { placeOrder } from './fixtures/intake.ts';
import { mailsIn } from './fixtures/outbox.ts';
import { RegisterScreen } from './fixtures/register-screen.ts';
import type { ServerProcess } from './fixtures/server-process.ts';
import { expect, test } from './fixtures/shop-world.ts';
import type { FaultProxy } from './fixtures/fault-proxy.ts';

/** Longer than the page waits for an answer that never comes (30 s). */
const PATIENT = { timeout: 60_000 };

/** Each fault in turn: one order is shipped and another arrives while it lasts; then the line is mended. */
async function shipThroughEveryFault(screen: RegisterScreen, proxy: FaultProxy, server: ServerProcess): Promise<void> {
  await screen.openOnline();
  let next = await placeOrder(server, 'before');
  const shipped: string[] = [];
  for (const fault of FAULTS) {
    await test.step(fault, async () => {
      await expect(screen.row(next)).toBeVisible(PATIENT);
      proxy.set(fault);
      await screen.openOrder(next);
      await screen.ship('J&T Express', `JT-${next}`);
      await expect(screen.status).toContainText('Shipped');
      shipped.push(next);
      next = await placeOrder(server, `during ${fault}`);
      await expect.poll(() => proxy.met('POST'), PATIENT).toBeGreaterThan(0);
      proxy.set(null);
      await expect(screen.connection).not.toContainText('waiting', PATIENT);
    });
  }
  await expect(screen.row(next)).toBeVisible(PATIENT);
  await expect(screen.connection).toContainText('Online', PATIENT);
  await expect.poll(async () => (await mailsIn(server.data)).length).toBe(FAULTS.length);
  const { orders, arrived, settled } = await hubBooks(server);
  expect(orders).toHaveLength(FAULTS.length + 1);
  expect(arrived).toHaveLength(FAULTS.length);
  expect(settled).toEqual(arrived);
  expect(orders.flatMap((order) => order.parcels.map((parcel) => parcel.trackingId)).toSorted()).toEqual(
    shipped.map((number) => `JT-${number}`).toSorted(),
  );
  const told = (await mailsIn(server.data)).map((mail) => /JT-\d+/.exec(mail.text ?? '')?.[0] ?? '');
  expect(told.toSorted()).toEqual(shipped.map((number) => `JT-${number}`).toSorted());
}

test.describe('on a bad line every act counts once, whatever the line does', () => {
  test.setTimeout(240_000);
  let proxy: FaultProxy;
  test.beforeEach(async ({ server }) => {
    proxy = await openFaultProxy(server.address);
  });
  test.afterEach(() => proxy.close());

  test('in a browser tab', async ({ server }, info) => {
    const profile = await openProfile(info.outputPath('profile'));
    try {
      await profile.page.goto(`${proxy.address}/register/`);
      const screen = new RegisterScreen(profile.page);
      await screen.pair('Counter 1');
      await shipThroughEveryFault(screen, proxy, server);
    } finally {
      await profile.close();
    }
  });

  test('in the desktop app', async ({ server, launch }) => {
    const { app, page } = await launch({
      env: { SHOPBELL_SERVER: proxy.address, SHOPBELL_ALLOW_PLAIN_SECRET: '1' },
    });
    const screen = new RegisterScreen(page);
    await screen.pair('Counter 1');
    await shipThroughEveryFault(screen, proxy, server);
    await app.close();
  });
});
