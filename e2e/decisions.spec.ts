import type { Page } from '@playwright/test';
import { placeOrder } from './fixtures/intake.ts';
import { mailsIn } from './fixtures/outbox.ts';
import type { RegisterScreen } from './fixtures/register-screen.ts';
import type { ServerProcess } from './fixtures/server-process.ts';
import { expect, test } from './fixtures/shop-world.ts';

type Tab = (name: string) => Promise<{ screen: RegisterScreen }>;

/** One order, shipped at one register and cancelled at another while the hub was gone; then the hub is back. */
async function contradiction(server: ServerProcess, tab: Tab) {
  const a = (await tab('a')).screen;
  const b = (await tab('b')).screen;
  await a.pair('Counter 1');
  await b.pair('Counter 2', 1);
  const number = await placeOrder(server, 'decide-1');
  for (const screen of [a, b]) {
    await screen.openOnline();
    await screen.openOrder(number);
  }
  await server.kill();
  for (const screen of [a, b]) await expect(screen.connection).toContainText('Offline');
  await a.ship('Pos Laju', 'EN123456785MY');
  await b.openSteps();
  await b.page.getByTestId('step-cancelled').click();
  await b.page.getByTestId('confirm-yes').click();
  await expect(a.status).toContainText('Shipped');
  await expect(b.status).toContainText('Cancelled');
  await server.start();
  for (const { page, connection } of [a, b]) {
    await expect(connection).not.toContainText('waiting');
    await expect(page.getByTestId('decisions-badge').first()).toHaveText('1');
  }
  return { a, b, number };
}

const button = (page: Page, status: string) =>
  page
    .locator('[data-testid^="version-"]')
    .filter({ hasText: `${status}` })
    .getByRole('button', { name: status });

test('one ships, the other cancels: both see both versions, one decides, both show the same, one mail', async ({
  server,
  tab,
}) => {
  const { a, b, number } = await contradiction(server, tab);
  await b.page.getByTestId('nav-office-decisions').click();
  await a.page.getByTestId('nav-decisions').click();
  for (const { page } of [a, b]) {
    const undecided = page.getByTestId('undecided');
    await expect(undecided).toHaveCount(1);
    await expect(undecided).toHaveAttribute('data-order-number', number);
    for (const words of ['Counter 1', 'Counter 2', 'EN123456785MY', 'Cancelled'])
      await expect(undecided).toContainText(words);
    await expect(undecided.getByTestId('told-so-far')).toBeVisible();
  }
  await button(b.page, 'Shipped').click();
  for (const screen of [a, b]) {
    await expect(screen.page.getByTestId('undecided')).toHaveCount(0);
    await expect(screen.page.getByTestId('decisions-badge')).toHaveCount(0);
    await screen.openOnline();
    await screen.openOrder(number);
    await expect(screen.status).toContainText('Shipped');
    await expect(screen.detail.getByTestId('decision')).toHaveCount(0);
    await expect(screen.detail.getByTestId('history-item').filter({ hasText: / decided (for|to) / })).toHaveCount(1);
    expect(screen.complaints).toEqual([]);
  }
  await expect.poll(async () => (await mailsIn(server.data)).length).toBe(1);
  expect((await mailsIn(server.data))[0]?.text).toContain('EN123456785MY');
});

test('two people who decide differently with the cable out: the first wins, the second is told why', async ({
  server,
  tab,
}) => {
  const { a, b, number } = await contradiction(server, tab);
  await server.kill();
  for (const screen of [a, b]) {
    await expect(screen.connection).toContainText('Offline');
    await screen.page.getByTestId('nav-decisions').click();
  }
  await button(a.page, 'Shipped').click();
  await expect(a.page.getByTestId('decided-here')).toBeVisible();
  await button(b.page, 'Cancelled').click();
  await expect(b.page.getByTestId('decided-here')).toBeVisible();
  await server.start();
  for (const { page } of [a, b]) await expect(page.getByTestId('undecided')).toHaveCount(0);

  const refused = async (screen: RegisterScreen) => {
    await screen.page.getByTestId('waiting-open').click();
    return screen.page.locator('[data-testid="waiting-item"][data-state="refused"]');
  };
  const [ofA, ofB] = [await refused(a), await refused(b)];
  await expect.poll(async () => (await ofA.count()) + (await ofB.count())).toBe(1);
  const [loser, item] = (await ofA.count()) === 1 ? [a, ofA] : [b, ofB];
  await expect(item).toContainText('Somebody decided this before, the other way');
  await item.getByTestId('change-discard').click();
  await expect(loser.page.getByTestId('waiting-item')).toHaveCount(0);
  for (const screen of [a, b]) {
    await screen.page.keyboard.press('Escape');
    await screen.openOnline();
    await screen.openOrder(number);
    await expect(screen.status).toContainText(loser === a ? 'Cancelled' : 'Shipped');
  }
  expect((await mailsIn(server.data)).length).toBeLessThanOrEqual(1);
});

test('a corrected tracking ID tells the customer once more, a corrected address does not', async ({ server, tab }) => {
  const { screen } = await tab('a');
  await screen.pair('Counter 1');
  const number = await placeOrder(server, 'correct-1');
  await screen.openOnline();
  await screen.openOrder(number);
  await screen.detail.getByTestId('correct-address').click();
  await screen.page.getByTestId('address-address1').fill('99 Jalan Baru');
  await screen.page.getByTestId('address-save').click();
  await expect(screen.detail.getByTestId('shipping-details')).toContainText('99 Jalan Baru');
  await screen.ship('Pos Laju', 'EN1');
  await expect.poll(async () => (await mailsIn(server.data)).length).toBe(1);

  await screen.detail.getByTestId('correct-tracking').click();
  await screen.page.getByTestId('correct-tracking-id').fill('EN2');
  await screen.page.getByTestId('correct-tracking-save').click();
  await expect(screen.detail.getByTestId('parcels')).toContainText('EN2');
  await expect.poll(async () => (await mailsIn(server.data)).length).toBe(2);

  await screen.detail.getByTestId('correct-tracking').click();
  await screen.page.getByTestId('correct-tracking-id').fill('EN3');
  await screen.page.getByTestId('correct-tell').uncheck();
  await screen.page.getByTestId('correct-tracking-save').click();
  await expect(screen.detail.getByTestId('parcels')).toContainText('EN3');
  await expect(screen.connection).not.toContainText('waiting');
  const told = (await mailsIn(server.data)).map((mail) => /EN\d/.exec(mail.text ?? '')?.[0]);
  expect(told).toHaveLength(2);
  expect(new Set(told)).toEqual(new Set(['EN1', 'EN2']));
  expect(screen.complaints).toEqual([]);
});
