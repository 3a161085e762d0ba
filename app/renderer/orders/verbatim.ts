/** What is typed is taken as it is: no corrector may touch a courier's reference. */
export const VERBATIM = { spellCheck: false, autoComplete: 'off', autoCapitalize: 'off', autoCorrect: 'off' } as const;

/** Longest courier name or tracking ID that can be typed, in characters. */
export const LONGEST_PARCEL_TEXT = 120;
