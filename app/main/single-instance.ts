type App = {
  requestSingleInstanceLock(): boolean;
  quit(): void;
  on(event: 'second-instance', listener: () => void): unknown;
};

/** One Register per data folder, taken before anything in it is opened. A second start shows the first one's window and ends. */
export function takeSingleInstance(app: App, showFirst: () => void): 'stop' | void {
  if (app.requestSingleInstanceLock()) {
    app.on('second-instance', showFirst);
    return undefined;
  }
  app.quit();
  return 'stop';
}
