import type { ShellNotice } from '../../contract/notice.ts';

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The notice with text that every way of showing it takes as plain text. Names in it come from customers: control
 * characters go, a leading hyphen cannot pose as an option of a helper program, and on Linux the body, where the desktop
 * notification specification allows markup, is escaped.
 */
export function plainNotice(notice: ShellNotice, platform: string): ShellNotice {
  const body = plainText(notice.body);
  const isMarkup = platform !== 'darwin' && platform !== 'win32';
  return {
    ...notice,
    title: plainText(notice.title),
    body: isMarkup ? body.replaceAll(/[&<>]/g, (sign) => MARKUP[sign] ?? sign) : body,
  };
}

function plainText(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim()
    .replace(/^-/, '\u2013');
}
