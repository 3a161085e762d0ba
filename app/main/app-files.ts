import { extname, join, normalize, sep } from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Unknown kinds are bytes that a browser will not run. */
export function contentType(path: string): string {
  return CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** The file below `root` that an address of our page means, or null when it means none or leads out of `root`. */
export function appFile(root: string, url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    if (path.includes('\0') || path.includes('\\')) return null;
    const file = normalize(join(root, path === '/' ? 'index.html' : path));
    return file.startsWith(normalize(root) + sep) ? file : null;
  } catch {
    return null;
  }
}
