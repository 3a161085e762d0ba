import { expect, test } from 'vitest';
import { typedParcel } from './typed-parcel.ts';

test('a tracking ID keeps none of the white space it was typed, pasted or scanned with', () => {
  expect(typedParcel(' Pos  Laju ', ' EN 123\u00a0456\t785\u200bMY\n')).toEqual({
    courier: 'Pos Laju',
    trackingId: 'EN123456785MY',
  });
});

test('white space alone is nothing', () => {
  expect(typedParcel(' \u00a0', '\u200b \t')).toEqual({ courier: '', trackingId: '' });
});
