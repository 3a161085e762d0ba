import type { OnBeforeSendHeadersListenerDetails } from 'electron';
import type { CdpSession } from './cdp.ts';
import type { Protocol } from './cdp-protocol.ts';
import type { Host } from './host.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type Headers = Protocol.Fetch.HeaderEntry[];

/** Whether a page may go to this address by itself; false stops the navigation. */
export type NavigationCheck = (url: string) => boolean;

/** The request is no more: its page went away or loaded anew. Nothing is left to answer. */
const GONE = /Invalid InterceptionId|browser closed|Session with given id|detached/i;

/** Answers one request that Chromium paused: from the app's scheme handler, or on its way to the network. */
export async function answerPaused(
  host: Host,
  target: CdpSession,
  paused: Paused,
  mayNavigate: NavigationCheck,
): Promise<void> {
  try {
    if (paused.responseStatusCode !== undefined || paused.responseErrorReason) await passResponse(host, target, paused);
    else if (paused.resourceType === 'Document' && !mayNavigate(host.schemes.outer(paused.request.url))) {
      await target.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
    } else if (host.schemes.outer(paused.request.url) === paused.request.url) await passRequest(host, target, paused);
    else await answerFromHandler(host, target, paused);
  } catch (error) {
    if (error instanceof Error && GONE.test(error.message)) return;
    process.stderr.write(`electron-host: request failed: ${paused.request.url}: ${String(error)}\n`);
    await target.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' }).catch(() => {});
  }
}

/** A server that admits `app://register` must admit what Chromium believes the origin to be. */
async function passResponse(host: Host, target: CdpSession, paused: Paused): Promise<void> {
  const { requestId, responseStatusCode, responseHeaders = [] } = paused;
  if (responseStatusCode === undefined) return void (await target.send('Fetch.continueRequest', { requestId }));
  const headers = responseHeaders.map(({ name, value }) =>
    name.toLowerCase() === 'access-control-allow-origin' ? { name, value: host.schemes.inner(value) } : { name, value },
  );
  await target.send('Fetch.continueResponse', {
    requestId,
    responseCode: responseStatusCode,
    responseHeaders: headers,
  });
}

/** On the way out the server sees `Origin: app://…`, and what the app's `onBeforeSendHeaders` made of the headers. */
async function passRequest(host: Host, target: CdpSession, paused: Paused): Promise<void> {
  const { requestId, request } = paused;
  const requestHeaders: Record<string, string> = {};
  let initiatorOrigin: string | undefined;
  for (const [name, value] of Object.entries(request.headers)) {
    const isOrigin = name.toLowerCase() === 'origin';
    requestHeaders[name] = isOrigin ? host.schemes.outer(value) : value;
    if (isOrigin) initiatorOrigin = requestHeaders[name];
  }
  const details: OnBeforeSendHeadersListenerDetails = {
    id: Number.parseInt(requestId.replaceAll(/\D/g, ''), 10),
    url: request.url,
    method: request.method,
    resourceType: paused.resourceType === 'Document' ? 'mainFrame' : 'xhr',
    referrer: host.schemes.outer(requestHeaders['Referer'] ?? ''),
    timestamp: Date.now(),
    requestHeaders,
    ...(initiatorOrigin ? { initiatorOrigin } : {}),
  };
  const answer = await host.session.hooks.beforeSendHeaders(details);
  if (answer.cancel) {
    await target.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  await target.send('Fetch.continueRequest', { requestId, headers: entries(answer.requestHeaders ?? requestHeaders) });
}

async function answerFromHandler(host: Host, target: CdpSession, paused: Paused): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const url = host.schemes.outer(request.url);
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = host.schemes.handlers.get(scheme);
  const privileges = host.schemes.privileges.get(scheme) ?? {};
  const lacking =
    ((resourceType === 'XHR' || resourceType === 'Fetch') && !privileges.supportFetchAPI && 'supportFetchAPI') ||
    (resourceType === 'Media' && !privileges.stream && 'stream');
  if (lacking) process.stderr.write(`electron-host: ${url} needs the scheme privilege '${lacking}'\n`);
  if (!handler || lacking) {
    await target.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    return;
  }
  const response = await handler(new Request(url, { method: request.method, headers: request.headers }));
  const headers = [...response.headers].map(([name, value]) =>
    name === 'content-security-policy' ? { name, value: host.schemes.innerPolicy(value) } : { name, value },
  );
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await target.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headers,
    body,
  });
}

function entries(headers: Readonly<Record<string, string | string[]>>): Headers {
  return Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })));
}
