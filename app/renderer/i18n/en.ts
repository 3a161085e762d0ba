import { alarm } from './en/alarm.ts';
import { backoffice } from './en/backoffice.ts';
import { common, saveFault } from './en/common.ts';
import { connection } from './en/connection.ts';
import { decisions } from './en/decisions.ts';
import { frame } from './en/frame.ts';
import { orders } from './en/orders.ts';
import { sale } from './en/sale.ts';
import { start } from './en/start.ts';
import { status } from './en/status.ts';
import { transactions } from './en/transactions.ts';
import { verdict } from './en/verdict.ts';
import { waiting } from './en/waiting.ts';

/** Every word of the screens in English. Another language is an object of type `Words`. */
export const en = {
  alarm,
  backoffice,
  common,
  connection,
  decisions,
  frame,
  orders,
  sale,
  saveFault,
  start,
  status,
  transactions,
  verdict,
  waiting,
};

export type Words = typeof en;
