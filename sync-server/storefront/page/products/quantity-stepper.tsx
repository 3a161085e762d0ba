import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { MOST_OF_ONE } from '../../wire/limits.ts';

type Props = { readonly label: string; readonly value: number; readonly onChange: (quantity: number) => void };

/** How many: minus, a number one can type, plus. Always ends on a quantity that may be ordered. */
export function QuantityStepper({ label, value, onChange }: Props) {
  // What is being typed; null while nobody types.
  const [typed, setTyped] = useState<string | null>(null);

  const settle = () => {
    setTyped(null);
    const quantity = Number.parseInt(typed ?? '', 10);
    if (!Number.isNaN(quantity)) onChange(Math.min(MOST_OF_ONE, Math.max(1, quantity)));
  };

  return (
    <div className="stepper" role="group" aria-label={label}>
      <button type="button" aria-label="One less" disabled={value <= 1} onClick={() => onChange(value - 1)}>
        <IconMinus size={18} aria-hidden />
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, 3))}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      <button type="button" aria-label="One more" disabled={value >= MOST_OF_ONE} onClick={() => onChange(value + 1)}>
        <IconPlus size={18} aria-hidden />
      </button>
    </div>
  );
}
