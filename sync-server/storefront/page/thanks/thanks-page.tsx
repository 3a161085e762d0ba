import { Button } from '@mantine/core';
import type { Catalogue } from '../../wire/catalogue.ts';
import { LineList } from '../checkout/line-list.tsx';
import { TotalsList } from '../checkout/totals-list.tsx';
import { EmptyPlace } from '../frame/empty-place.tsx';
import { PlaceHeading } from '../frame/place-heading.tsx';
import type { MoneyText } from '../money-text.ts';
import type { LastOrder } from './last-order.ts';

type Props = {
  readonly shop: Catalogue['shop'];
  readonly order: LastOrder | null;
  readonly money: MoneyText;
  readonly onShop: () => void;
};

/** The order is in: its number, what it holds, and what happens next. */
export function ThanksPage({ shop, order, money, onShop }: Props) {
  if (!order)
    return (
      <EmptyPlace
        heading="No order here"
        text="This page shows an order right after it was placed."
        action={{ label: 'To the shop', run: onShop }}
      />
    );
  return (
    <section className="thanks">
      <div className="thanks-tiles" aria-hidden />
      <div className="thanks-body">
        <PlaceHeading text="Terima kasih. Thank you!" title={`Order ${order.number} · ${shop.name}`} />
        {order.earlier && (
          <p className="notice" role="status">
            An earlier payment had already gone through: this is that order, and you were not charged twice. What you
            have in the cart now is still there.
          </p>
        )}
        <p className="thanks-number">
          <span>Your order number</span>
          <strong data-testid="order-number">{order.number}</strong>
        </p>
        <p>{nextStep(order, shop.address)}</p>
        <div className="thanks-summary">
          <LineList lines={order.lines} products={[]} money={money} />
          <TotalsList totals={order.totals} method={order.method} money={money} />
        </div>
        <Button size="lg" onClick={onShop}>
          Back to the shop
        </Button>
      </div>
    </section>
  );
}

function nextStep({ method, email, deliverTo }: LastOrder, address: string): string {
  return method === 'pickup'
    ? `We will write to ${email} when it is ready for you at ${address}.`
    : `We will write to ${email} with the tracking ID when it leaves for ${deliverTo.join(', ')}.`;
}
