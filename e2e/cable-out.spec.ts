import { placeOrder } from './fixtures/intake.ts';
import { mailsIn } from './fixtures/outbox.ts';
import { expect, test } from './fixtures/shop-world.ts';

test('with the cable out orders are shipped, survive a restart, and reach everyone once when it is back', async ({
  server,
  desktop,
  tab,
}) => {
  const first = await desktop();
  await first.screen.pair('Counter 1');
  const other = (await tab('b')).screen;
  await other.pair('Counter 2', 1);
  const numbers = [];
  for (const key of ['out-1', 'out-2', 'out-3']) numbers.push(await placeOrder(server, key));
  await first.screen.openOnline();
  for (const number of numbers) await expect(first.screen.row(number)).toBeVisible();

  await server.kill();
  await expect(first.screen.connection).toContainText('Offline');
  for (const number of numbers) {
    await first.screen.openOrder(number);
    await first.screen.ship('J&T Express', `JT-${number}`);
    await expect(first.screen.status).toContainText('Shipped');
    await expect(first.screen.row(number).getByTestId('waiting-mark')).toBeVisible();
  }
  await expect(first.screen.connection).toContainText('3 changes waiting to send');
  await first.screen.page.getByTestId('waiting-open').click();
  await expect(first.screen.page.getByTestId('waiting-item')).toHaveCount(3);
  await first.close();

  const again = (await desktop()).screen;
  await again.openOnline();
  await expect(again.connection).toContainText('3 changes waiting to send');
  for (const number of numbers) await expect(again.row(number)).toContainText('Shipped');

  await server.start();
  await expect(again.connection).not.toContainText('waiting');
  await expect(again.connection).toContainText('Online');
  await expect(again.page.getByTestId('waiting-mark')).toHaveCount(0);
  await other.openOnline();
  for (const number of numbers) await expect(other.row(number)).toContainText('Shipped');
  await expect.poll(async () => (await mailsIn(server.data)).length).toBe(3);
  const told = (await mailsIn(server.data)).map((mail) => /JT-\d+/.exec(mail.text ?? '')?.[0]);
  expect(told).toHaveLength(3);
  expect(new Set(told)).toEqual(new Set(numbers.map((number) => `JT-${number}`)));
});

test('a browser register opens with the server gone, and sells with the cable out', async ({ server, tab }) => {
  const first = await tab('a');
  await first.screen.pair('Counter 1');
  const number = await placeOrder(server, 'tab-1');
  await first.screen.openOnline();
  await expect(first.screen.row(number)).toBeVisible();
  await first.screen.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.kill();
  await first.profile.close();

  const again = await tab('a');
  await again.screen.openOnline();
  await expect(again.screen.row(number)).toBeVisible();
  const receipt = await again.screen.sellForCash();
  await again.screen.openInStore();
  await expect(again.screen.row(receipt)).toBeVisible();
  await expect(again.screen.connection).toContainText('1 change waiting to send');

  await server.start();
  await expect(again.screen.connection).not.toContainText('waiting');
  const other = (await tab('b')).screen;
  await other.pair('Counter 2');
  await other.openInStore();
  await expect(other.row(receipt)).toBeVisible();
});
