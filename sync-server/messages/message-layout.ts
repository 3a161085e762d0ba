import { escapeHtml } from '../http/html.ts';
import type { MessageText } from './message-text.ts';

/** The message as plain text. */
export function plainLayout(message: MessageText, shopName: string): string {
  const facts = message.facts.map(({ label, value }) => `${label}: ${value}`);
  const items = message.items.map(({ name, quantity }) => `  ${quantity} x ${name}`);
  const link = message.link ? ['', `Track it: ${message.link}`] : [];
  return [
    message.greeting,
    '',
    message.opening,
    '',
    ...facts,
    ...link,
    '',
    `${message.itemsTitle}:`,
    ...items,
    '',
    message.closing,
    '',
    shopName,
    '',
  ].join('\n');
}

const CELL = 'padding:8px 0;border-bottom:1px solid #e7eaf0;font-size:15px';
const MUTED = 'color:#667085';

/**
 * The message as HTML. Tables and inline styles, for that is what mail programs show alike; nothing is loaded from
 * anywhere. Every text of the order is escaped here and nowhere else.
 */
export function htmlLayout(message: MessageText, shopName: string): string {
  const facts = message.facts
    .map(
      ({ label, value }) =>
        `<tr><td style="${CELL};${MUTED};width:40%">${escapeHtml(label)}</td><td style="${CELL}"><strong>${escapeHtml(value)}</strong></td></tr>`,
    )
    .join('');
  const items = message.items
    .map(
      ({ name, quantity }) =>
        `<tr><td style="${CELL}">${escapeHtml(name)}</td><td style="${CELL};text-align:right;white-space:nowrap">${quantity} &times;</td></tr>`,
    )
    .join('');
  const button = message.link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(message.link)}" style="background:#1f5eff;color:#ffffff;text-decoration:none;padding:12px 20px;border-radius:8px;display:inline-block;font-weight:600">Track your parcel</a></p>`
    : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(message.subject)}</title></head>
<body style="margin:0;background:#f4f6fa;color:#1d2939;font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px">
<tr><td style="padding:28px 32px 0"><div style="${MUTED};font-size:14px">${escapeHtml(shopName)}</div><h1 style="margin:6px 0 16px;font-size:24px">${escapeHtml(message.heading)}</h1>
<p style="margin:0 0 8px;font-size:16px">${escapeHtml(message.greeting)}</p><p style="margin:0 0 16px;font-size:16px;line-height:1.5">${escapeHtml(message.opening)}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${facts}</table>${button}
<h2 style="font-size:16px;margin:24px 0 4px">${escapeHtml(message.itemsTitle)}</h2><table role="presentation" width="100%" cellpadding="0" cellspacing="0">${items}</table></td></tr>
<tr><td style="padding:20px 32px 28px;font-size:14px;${MUTED}">${escapeHtml(message.closing)}</td></tr>
</table></td></tr></table></body></html>
`;
}
