import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openProfile } from '../fixtures/browser-register.ts';
import { anIntakeOrder, placeOrder } from '../fixtures/intake.ts';
import { RegisterScreen } from '../fixtures/register-screen.ts';
import { test } from '../fixtures/shop-world.ts';

const FOLDER = resolve(import.meta.dirname, '../../docs/pictures');
const SIZES = { small: { width: 1024, height: 768 }, large: { width: 1920, height: 1080 } } as const;

/** Invented customers, with the lengths and scripts a shop meets. */
const CUSTOMERS = [
  ['Lim Wei Ling', 'Hand-thrown mug', 2, 4200],
  ['Nur Aisyah binti Abdul Rahman', 'Boh garden tea, loose leaf', 1, 2800],
  ['Arjun Pillai', 'Rattan tray', 1, 8900],
  ['陈美玲', 'Batik tea towel', 3, 2400],
  ['Wan Hafizuddin bin Wan Ahmad Kamaruzzaman', 'Clay teapot', 1, 12900],
] as const;

const settled = async (page: Page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

for (const [name, size] of Object.entries(SIZES))
  test(`screens at ${size.width} x ${size.height}`, async ({ server }, info) => {
    const profile = await openProfile(info.outputPath('profile'), size);
    const { page } = profile;
    const screen = new RegisterScreen(page);
    const picture = async (what: string) => {
      await settled(page);
      await page.screenshot({ path: resolve(FOLDER, `${what}-${name}.png`), animations: 'disabled' });
    };

    await page.goto(`${server.address}/store/`);
    await page.locator('[data-testid^="product-"]').first().waitFor();
    await picture('store');
    await page.goto(`${server.address}/register/`);
    await page.getByTestId('pair-name').waitFor();
    await picture('first-start');
    await screen.pair('Counter 1');
    await screen.openOnline();
    await picture('empty');

    const numbers: string[] = [];
    for (const [customer, product, quantity, unitPrice] of CUSTOMERS) {
      const total = quantity * unitPrice;
      const line = { sku: 'DT-1', name: product, options: [], quantity, unitPrice, discount: 0, total };
      const contact = { name: customer, email: 'customer@example.com', phone: '+60 12-555 0101' };
      const order = {
        ...anIntakeOrder({ lines: [line], contact, note: 'Please ring the bell twice.' }),
        totals: undefined,
      };
      numbers.push(await placeOrder(server, `picture-${numbers.length}`, order));
    }
    const [first = '', second = '', third = ''] = numbers;
    await expect(screen.row(numbers.at(-1) ?? '')).toBeVisible();
    await screen.openOrder(first);
    await picture('register');
    await screen.acknowledge();
    await screen.ship('Pos Laju', 'EN123456785MY');
    await expect(screen.detail.getByTestId('history-item').filter({ hasText: 'customer@example.com' })).toBeVisible();
    await picture('shipped');

    await screen.openSteps();
    await picture('steps');
    await page.keyboard.press('Escape');
    await screen.openOrderManagement();
    await screen.chooseInRow(second, 'preparing');
    await expect(screen.officeRow(second)).toContainText('Preparing');
    await picture('order-management');
    await page.getByTestId('nav-new-sale').click();
    await page.locator('[data-testid^="product-"]').first().waitFor();
    await picture('new-sale');

    await server.kill();
    await expect(screen.connection).toContainText('Offline');
    await screen.openOnline();
    await screen.openOrder(third);
    await screen.ship('Ninja Van', 'NVMY000111222');
    await page.getByTestId('waiting-open').click();
    await expect(page.getByTestId('waiting-item').first()).toBeVisible();
    await picture('offline');
    await profile.close();
  });
