type PowerMonitor = {
  on(event: 'resume', listener: () => void): unknown;
  on(event: 'unlock-screen', listener: () => void): unknown;
};

/** After sleep the line to the hub is dead without knowing it: tell the page to connect anew at once. */
export function setupPower(powerMonitor: PowerMonitor, wake: () => void): void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
}
