import { expect, test } from 'vitest';
import { createBackOfficeStore, TABLE_PAGE } from './back-office-store.ts';

test('a new question starts at the first page, opening an order keeps the place', () => {
  const store = createBackOfficeStore();
  const { setList, showMore } = store.getState();
  showMore();
  setList({ selected: 'o-a' });
  expect(store.getState().list).toMatchObject({ limit: 2 * TABLE_PAGE, selected: 'o-a' });
  setList({ search: 'mei', limit: 200 });
  expect(store.getState().list).toMatchObject({ limit: TABLE_PAGE, search: 'mei' });
  showMore();
  setList({ statuses: ['paid'] });
  expect(store.getState().list).toMatchObject({ limit: TABLE_PAGE, statuses: ['paid'] });
});
