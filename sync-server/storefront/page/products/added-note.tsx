import { IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';

type Props = { readonly name: string | null; readonly onCart: () => void; readonly onGone: () => void };

/** Long enough to read and to reach, ms. */
const SHOWN_MS = 5000;

/** Says that something went into the cart, with the way there; goes by itself. */
export function AddedNote({ name, onCart, onGone }: Props) {
  useEffect(() => {
    if (name === null) return;
    const timer = setTimeout(onGone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [name, onGone]);

  return (
    <div className="added" role="status">
      {name !== null && (
        <div className="added-note">
          <IconCheck size={20} aria-hidden />
          <span>{name} is in your cart.</span>
          <button
            type="button"
            onClick={() => {
              onGone();
              onCart();
            }}
          >
            View cart
          </button>
        </div>
      )}
    </div>
  );
}
