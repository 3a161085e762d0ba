import { strict } from './strict.ts';

/** Electron's `NativeImage`: PNG bytes, unopened. */
export class HostImage {
  private readonly png: Buffer;

  constructor(png: Buffer) {
    this.png = png;
    return strict('NativeImage', this);
  }

  isEmpty(): boolean {
    return this.png.length === 0;
  }

  toPNG(): Buffer {
    return this.png;
  }

  setTemplateImage(_isTemplate: boolean): void {}
}

export const nativeImageApi = () =>
  strict('nativeImage', {
    createEmpty: () => new HostImage(Buffer.alloc(0)),
    createFromBuffer: (png: Buffer, _options?: { readonly scaleFactor?: number }) => new HostImage(png),
  });
