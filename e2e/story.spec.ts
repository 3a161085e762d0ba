import { mailsIn } from './fixtures/outbox.ts';
import { anIntakeOrder, placeOrder, postOrder } from './fixtures/intake.ts';
import { expect, test } from './fixtures/shop-world.ts';
import { buyOnline } from './fixtures/storefront-screen.ts';

test('a customer buys, the register rings, the order is shipped and the customer is told', async ({
  server,
  desktop,
  tab,
}) => {
  const { screen } = await desktop();
  await screen.pair('Counter 1');

  const { profile } = await tab('customer');
  const number = await buyOnline(profile.page, server.address, { name: 'Nur <b>Aisyah</b>', email: 'nur@example.com' });

  await expect(screen.banner).toContainText(number);
  await expect(screen.page.locator('[data-ringing]').first()).toHaveAttribute('data-ringing', 'true');
  await expect(screen.page.getByTestId('new-orders-badge')).toContainText('1');
  await screen.openOnline();
  await expect(screen.row(number)).toContainText('Paid');
  await screen.acknowledge();
  await expect(screen.banner).toBeHidden();

  await screen.openOrder(number);
  await expect(screen.status).toContainText('Paid');
  await expect(screen.detail).toContainText('Nur <b>Aisyah</b>');
  await expect(screen.detail).toContainText('nur@example.com');
  expect(await screen.openSteps()).toEqual(['preparing', 'shipped', 'cancelled']);
  await screen.page.keyboard.press('Escape');

  await screen.ship('Pos Laju', 'EN123456785MY');
  await expect(screen.status).toContainText('Shipped');
  await expect(screen.detail).toContainText('EN123456785MY');

  await expect.poll(async () => (await mailsIn(server.data)).length).toBe(1);
  const [mail] = await mailsIn(server.data);
  expect(mail?.subject).toContain(number);
  expect(mail?.text).toContain('EN123456785MY');
  expect(mail?.text).toContain('Pos Laju');
  expect(mail?.html).toContain('EN123456785MY');
  expect(mail?.html).not.toContain('<b>Aisyah</b>');
  await expect(screen.detail.getByTestId('history-item').filter({ hasText: 'nur@example.com' })).toBeVisible();
  expect(screen.complaints).toEqual([]);
});

test('Shipped needs courier and tracking ID, and Cancel leaves everything as it was', async ({ server, tab }) => {
  const { screen } = await tab('a');
  await screen.pair('Counter 1');
  const number = await placeOrder(server, 'cancel-1');
  await screen.openOnline();
  await screen.openOrder(number);
  await screen.openSteps();
  await screen.page.getByTestId('step-shipped').click();
  await screen.page.getByTestId('ship-courier').fill('Ninja Van');
  await screen.page.getByTestId('ship-save').click();
  await expect(screen.page.getByTestId('ship-save')).toBeVisible();
  await screen.page.getByTestId('ship-cancel').click();
  await expect(screen.status).toContainText('Paid');
  expect(await mailsIn(server.data)).toEqual([]);
  expect(screen.complaints).toEqual([]);
});

test('two registers ring and both fall silent when one acknowledges', async ({ server, tab, desktop }) => {
  const a = (await desktop()).screen;
  const b = (await tab('b')).screen;
  await a.pair('Counter 1');
  await b.pair('Counter 2', 1);
  const number = await placeOrder(server, 'two-1');
  await expect(a.banner).toContainText(number);
  await expect(b.banner).toContainText(number);
  await b.acknowledge();
  await expect(b.banner).toBeHidden();
  await expect(a.banner).toBeHidden();
  await expect(a.page.locator('[data-ringing="true"]')).toHaveCount(0);
});

test('orders that came while the register was closed are announced once, in one summary', async ({ server, tab }) => {
  const first = await tab('a');
  await first.screen.pair('Counter 1');
  await first.profile.close();
  for (const key of ['closed-1', 'closed-2', 'closed-3']) await placeOrder(server, key);
  const second = await tab('a');
  await expect(second.screen.banner).toContainText('3');
  await second.screen.page.getByTestId('acknowledge').last().click();
  await expect(second.screen.banner).toBeHidden();
});

test('an order posted 100 times at once is one order with one number and one ring', async ({ server, tab }) => {
  const { screen } = await tab('a');
  await screen.pair('Counter 1');
  const answers = await Promise.all(Array.from({ length: 100 }, () => postOrder(server, 'same-key')));
  const bodies = await Promise.all(
    answers.map(async (answer) => (await answer.json()) as { id: string; number: string }),
  );
  expect(new Set(bodies.map(({ id, number }) => `${id} ${number}`)).size).toBe(1);
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 201]));
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  await screen.openOnline();
  await expect(screen.banner).toContainText(bodies[0]?.number ?? 'no number');
  await expect(screen.page.getByTestId('order-row')).toHaveCount(1);
});

test('a change in BackOffice is on the register at once, and the other way round', async ({ server, tab }) => {
  const register = (await tab('register')).screen;
  const office = (await tab('office')).screen;
  await register.pair('Counter 1');
  await office.pair('Office', 1);
  const number = await placeOrder(
    server,
    'office-1',
    anIntakeOrder({ contact: { name: 'Lim', email: 'lim@example.com', phone: '' } }),
  );
  await register.openOnline();
  await office.openOrderManagement();
  await office.chooseInRow(number, 'preparing');
  await expect(register.row(number)).toContainText('Preparing');
  await register.openOrder(number);
  await register.ship('GDEX', 'MY100');
  await expect(office.officeRow(number)).toContainText('Shipped');
  await office.chooseInRow(number, 'delivered');
  await expect(register.status).toContainText('Delivered');
  expect([...register.complaints, ...office.complaints]).toEqual([]);
});

test('an order without an e-mail address says before and after shipping that nobody is told', async ({
  server,
  tab,
}) => {
  const { screen } = await tab('a');
  await screen.pair('Counter 1');
  const contact = { name: 'Lim', email: '', phone: '+60 12-555 0101' };
  const number = await placeOrder(server, 'no-mail', anIntakeOrder({ contact }));
  await screen.openOnline();
  await screen.openOrder(number);
  await screen.openSteps();
  await screen.page.getByTestId('step-shipped').click();
  await expect(screen.page.getByRole('dialog')).toContainText('tell the customer yourself');
  await screen.page.getByTestId('ship-courier').fill('GDEX');
  await screen.page.getByTestId('ship-tracking').fill(' MY 100 200 ');
  await screen.page.getByTestId('ship-save').click();
  const message = screen.detail.getByTestId('message');
  await expect(message).toContainText('no e-mail address');
  await expect(message).not.toContainText('Told');
  await expect(screen.detail).toContainText('MY100200');
  expect(await mailsIn(server.data)).toEqual([]);
});
