import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Catalogue } from '../../wire/catalogue.ts';
import type { MoneyText } from '../money-text.ts';
import type { QuoteState } from '../server/use-quote.ts';
import { ContactFields } from './contact-fields.tsx';
import type { Draft } from './draft.ts';
import { MethodFields } from './method-fields.tsx';
import { NoteField } from './note-field.tsx';
import { PaymentFields } from './payment-fields.tsx';
import { ShippingFields } from './shipping-fields.tsx';
import type { Pay } from './use-pay.ts';

type Props = {
  readonly shop: Catalogue['shop'];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly quote: QuoteState;
  readonly money: MoneyText;
  readonly pay: Pay;
};

/** The questions of the checkout, from top to bottom, and the button that pays. */
export function CheckoutForm({ shop, draft, onDraft, quote, money, pay }: Props) {
  const trouble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pay.trouble) trouble.current?.focus();
  }, [pay.trouble]);

  const total = quote.quote && quote.fresh ? money(quote.quote.totals.total) : '';
  const open = Object.keys(pay.faults).length;

  return (
    <form
      className="checkout-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void pay.run();
      }}
    >
      <ContactFields
        contact={draft.contact}
        faults={pay.faults}
        onChange={(contact) => onDraft({ ...draft, contact })}
      />
      <MethodFields
        method={draft.method}
        shop={shop}
        money={money}
        onChange={(method) => onDraft({ ...draft, method })}
      />
      {draft.method === 'delivery' && (
        <ShippingFields
          shipping={draft.shipping}
          country={shop.country}
          faults={pay.faults}
          onChange={(shipping) => onDraft({ ...draft, shipping })}
        />
      )}
      <NoteField note={draft.note} faults={pay.faults} onChange={(note) => onDraft({ ...draft, note })} />
      <PaymentFields outcome={draft.outcome} onChange={(outcome) => onDraft({ ...draft, outcome })} />
      {pay.trouble && (
        <div ref={trouble} className="trouble" role="alert" tabIndex={-1} data-testid="checkout-error">
          {pay.trouble.detail}
        </div>
      )}
      {pay.tried && open > 0 && !pay.trouble && (
        <p className="fault" role="status">
          {open === 1 ? 'One field needs another look.' : `${open} fields need another look.`}
        </p>
      )}
      <Button type="submit" size="xl" color="clay.6" fullWidth data-testid="pay" loading={pay.busy} disabled={!total}>
        {total ? `Pay ${total}` : 'Pay'}
      </Button>
      <p className="hint pay-hint">Test payment: no money moves.</p>
    </form>
  );
}
