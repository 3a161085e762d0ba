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
};

/**
 * Open with a first code.
 * @param randomBytes from a cryptographic source.
 * @param onNew is told each code, the first included, so that a person can read it.
 */
export function openPairingCode(
  randomBytes: (count: number) => Uint8Array,
  onNew: (code: string) => void,
): PairingCode {
  let code = '';
  const renew = () => {
    const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length] ?? 'A').join('');
    code = `${signs.slice(0, 4)}-${signs.slice(4)}`;
    onNew(code);
  };
  renew();
  const plain = (text: string) => text.toUpperCase().replaceAll(/[\s-]/g, '');
  return {
    current: () => code,
    use: (given) => {
      if (!sameSecret(plain(given), plain(code))) return false;
      renew();
      return true;
    },
  };
}
