import { IconBuildingStore, IconTruckDelivery } from '@tabler/icons-react';
import type { Catalogue } from '../../wire/catalogue.ts';
import type { StoreMethod } from '../../wire/checkout.ts';
import type { MoneyText } from '../money-text.ts';
import { ChoiceCard } from './choice-card.tsx';

type Props = {
  readonly method: StoreMethod;
  readonly shop: Catalogue['shop'];
  readonly money: MoneyText;
  readonly onChange: (method: StoreMethod) => void;
};

/** How the goods reach the customer. */
export function MethodFields({ method, shop, money, onChange }: Props) {
  return (
    <fieldset className="step">
      <legend>Delivery or self pickup</legend>
      <div className="choices">
        <ChoiceCard
          group="method"
          testId="method-delivery"
          icon={<IconTruckDelivery size={26} stroke={1.6} aria-hidden />}
          title="Delivery"
          text={`By courier, ${money(shop.shippingFee)}`}
          checked={method === 'delivery'}
          onChoose={() => onChange('delivery')}
        />
        <ChoiceCard
          group="method"
          testId="method-pickup"
          icon={<IconBuildingStore size={26} stroke={1.6} aria-hidden />}
          title="Self pickup"
          text={`Free, at ${shop.address}`}
          checked={method === 'pickup'}
          onChoose={() => onChange('pickup')}
        />
      </div>
    </fieldset>
  );
}
