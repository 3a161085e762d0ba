import { sameSecret } from '../intake/api-key.ts';

/** No letters or digits that are taken for each other when read aloud. 32 signs, 5 bits each. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** The code that pairs a register from another computer: 40 bits, good for one pairing, then there is a new one. */
export type PairingCode = {
  /** As a person reads it: `ABCD-2345`. */
  current(): string;
  /** True when `given` is the code, which is then used up. Case, spaces and dashes do not matter. */
  use(given: string): boolean;
  /** Be told each new code, so that a person can read it. */
  onNew(tell: (code: string) => void): void;
};

/** Open with a first code. `randomBytes` must be of a cryptographic source. */
export function openPairingCode(randomBytes: (count: number) => Uint8Array): PairingCode {
  const make = () => {
    const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length] ?? 'A').join('');
    return `${signs.slice(0, 4)}-${signs.slice(4)}`;
  };
  const plain = (text: string) => text.toUpperCase().replaceAll(/[\s-]/g, '');
  let code = make();
  let tell: (code: string) => void = () => undefined;
  return {
    current: () => code,
    use: (given) => {
      if (!sameSecret(plain(given), plain(code))) return false;
      code = make();
      tell(code);
      return true;
    },
    onNew: (listener) => {
      tell = listener;
    },
  };
}
