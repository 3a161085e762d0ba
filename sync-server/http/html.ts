const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside HTML, between tags and inside quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** A small page of ours: plain text and style, no script. `body` is HTML that is already escaped. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f6f7f9;color:#1c2430}
main{max-width:56rem;margin:2rem auto;padding:1.5rem 2rem;background:#fff;border-radius:12px;box-shadow:0 1px 4px #0001}
h1{font-size:1.4rem;margin-top:0}a{color:#0b63c5}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid #e4e8ee;vertical-align:top;overflow-wrap:anywhere}td:first-child{min-width:6.5rem}
td a{display:inline-block;min-width:44px;padding:.65rem 0}
pre{white-space:pre-wrap;background:#f6f7f9;padding:1rem;border-radius:8px}iframe{width:100%;height:34rem;border:1px solid #e4e8ee;border-radius:8px}
code{background:#f6f7f9;padding:.1rem .3rem;border-radius:4px}
</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}
