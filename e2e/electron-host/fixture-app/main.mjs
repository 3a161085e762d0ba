// A smallest Electron app for the specs of the test host: it runs unchanged on real Electron.
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));
if (!app.requestSingleInstanceLock()) app.quit();
else
  void app.whenReady().then(async () => {
    const hub = process.env.FIXTURE_HUB;
    protocol.handle('app', () => {
      const headers = {
        'content-type': 'text/html',
        'content-security-policy': `default-src 'self'; connect-src ${hub}`,
      };
      return new Response(readFileSync(join(import.meta.dirname, 'index.html')), { headers });
    });
    session.defaultSession.webRequest.onBeforeSendHeaders(
      { urls: ['<all_urls>'] },
      ({ url, requestHeaders }, answer) => {
        const authorised = url.startsWith(`${hub}/db/`);
        answer({ requestHeaders: authorised ? { ...requestHeaders, Authorization: 'Basic Zm9v' } : requestHeaders });
      },
    );
    ipcMain.handle('echo', (_event, value) => value);
    ipcMain.handle('fail', () => {
      throw new TypeError('no such thing');
    });
    const window = new BrowserWindow({ webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') } });
    app.on('second-instance', (_event, argv) => window.webContents.send('second', argv.at(-1)));
    await window.loadURL('app://register/');
  });
