import type { ShellNotice } from '../../contract/notice.ts';
import type { OrderView } from '../../../domain/pending.ts';
import type { Say } from '../i18n/open-words.ts';
import { moneyText } from '../orders/money-text.ts';
import { plainText } from '../ui/plain-text.ts';
import type { AlarmStep } from './alarm-machine.ts';

/** The notifications of a step: one per order, or one summary of what came while Shopbell was closed. */
export function noticesFor(step: AlarmStep, locale: string, t: Say): readonly ShellNotice[] {
  const [first] = step.announce;
  if (!first) return [];
  if (!step.summary) return step.announce.map((view) => orderNotice(view, locale, t));
  const count = step.announce.length;
  return [
    {
      tag: 'while-closed',
      title: t('alarm.notice.closedTitle', { count }),
      body: t('alarm.notice.closedBody'),
      orderId: count === 1 ? first.order.id : null,
    },
  ];
}

function orderNotice({ order }: OrderView, locale: string, t: Say): ShellNotice {
  const total = moneyText(order.totals.total, order.currency, locale);
  const customer = plainText(order.contact.name, 60) || t('common.unknown');
  return {
    tag: order.id,
    title: t('alarm.notice.title', { number: order.number }),
    body: t('alarm.notice.body', { total, customer }),
    orderId: order.id,
  };
}
