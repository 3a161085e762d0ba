/** The parcel a person typed, ready to store: see {@link typedParcel}. */
export type TypedParcel = { readonly courier: string; readonly trackingId: string };

/** White space of every kind, and the marks without width that come along when a reference is pasted. */
const BLANK = /[\s\u200B-\u200D\u2060]+/gu;

/**
 * Courier and tracking ID as they are stored. No courier's reference holds a space, so a tracking ID loses all of them
 * (labels print it in groups); a courier's name keeps single ones.
 */
export function typedParcel(courier: string, trackingId: string): TypedParcel {
  return { courier: courier.replace(BLANK, ' ').trim(), trackingId: trackingId.replace(BLANK, '') };
}
