import { IconCreditCardOff, IconCreditCardPay } from '@tabler/icons-react';
import type { Draft } from './draft.ts';
import { ChoiceCard } from './choice-card.tsx';

type Props = { readonly outcome: Draft['outcome']; readonly onChange: (outcome: Draft['outcome']) => void };

/** The built-in test payment: the customer says how it shall end. */
export function PaymentFields({ outcome, onChange }: Props) {
  return (
    <fieldset className="step test-payment">
      <legend>Payment</legend>
      <p className="test-mark">Test payment – no money moves</p>
      <div className="choices">
        <ChoiceCard
          group="payment"
          testId="payment-approve"
          icon={<IconCreditCardPay size={26} stroke={1.6} aria-hidden />}
          title="Approve"
          text="The bank says yes"
          checked={outcome === 'approve'}
          onChoose={() => onChange('approve')}
        />
        <ChoiceCard
          group="payment"
          testId="payment-decline"
          icon={<IconCreditCardOff size={26} stroke={1.6} aria-hidden />}
          title="Decline"
          text="The bank says no"
          checked={outcome === 'decline'}
          onChoose={() => onChange('decline')}
        />
      </div>
    </fieldset>
  );
}
