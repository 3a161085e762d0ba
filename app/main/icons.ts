import type { NativeImage } from 'electron';

// PNG files of 32 by 32 pixels, shown at 16 by 16: small enough to stand here, so that no path can be wrong after packing.
const BELL =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAA1ElEQVR42u3XzQ2EIBAFYO57sARLmBKmBEsh2QbmtHVQCiVYCiW4' +
  'HiAhmyjIPHT/Du+meZ9AEMzt/jBXxnwygNa4GLoCENYsMeFsAGflKXwWYHr5+nwUpt4A2ijPEdQLMBTKc8TQA+AqylMcGsAHyg8t' +
  'ylqANADkD0ACfAPAfxVgaQwEQAoAIQBWAbAIwKwAzFrAqChPGTUAAQBEAwgAQGgFWEB5cTH2Gvbq6XhLAMcHt+IL2+/eu4w4lIr2' +
  'D6gFsPYUhLgXOM05EHUz4r25/YnLKSRPz3xVdusT3CEAAAAASUVORK5CYII=';
const BELL_TEMPLATE =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAvklEQVR42u2W0Q2AIAxE2YARHIERGMFRHIFRGIURGIUR1A9IiFHR' +
  '9iyJocn9Ye5hz1qlRtHL7PJZpgdA2rVmJWlzW5kXWSnz+XD7+i3MEn0/M68hPsuDbpjXEPoLAP/AvMhLhK4laCgdAcANACRAIACE' +
  'XwGsRMGmHxUAMhUXBsCCAIgMgMg1nxjmRZP09w+dBwkAkHqEjxVGBzQmtaM7gM0HrxQa4/fuWciO4KT+gJTtSGw19xJ74JusWDWK' +
  'WBtL3k06zkAOvAAAAABJRU5ErkJggg==';
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAxUlEQVR42t2XzRGEIAxG6YixAkqgBEqiJEqgBOwgJbg5xBmHyfq3' +
  'mMQ9vIujfE9ESNw8TU4T9zaBgGSkIIAsBNC1TPcMF0hI2wQe0eiZnwU8Ui8E91Qa45ZA7Kb5LkBjXRKIA4J74lkBP+jNuZnwZwTq' +
  'A+HbNbErkB4MX0l7Ak1AoH0TCALhK4ETyIICmRMoggKFEwBBAeAEFmHsCah/AvVFqP4bqm9E6luxicNI/Tg2UZCol2QmilITZbmJ' +
  'xsRMa/a/3fEH0fVt4nuaj2MAAAAASUVORK5CYII=';

type NativeImages = {
  createFromBuffer(png: Buffer, options: { scaleFactor: number }): NativeImage;
};

const draw = (images: NativeImages, png: string) =>
  images.createFromBuffer(Buffer.from(png, 'base64'), { scaleFactor: 2 });

/** The bell in the tray. macOS colours it itself to suit its menu bar. */
export function trayIcon(images: NativeImages, platform: string): NativeImage {
  const image = draw(images, platform === 'darwin' ? BELL_TEMPLATE : BELL);
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}

/** The red dot on the task bar button while orders are new. */
export function newOrdersOverlay(images: NativeImages): NativeImage {
  return draw(images, DOT);
}
