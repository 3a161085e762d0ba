import { expect, it } from 'vitest';
import { openAlarmSignal } from './alarm-signal.ts';

function desktop(focused = false) {
  const seen: unknown[] = [];
  const alarm = openAlarmSignal({
    app: { setBadgeCount: (count) => seen.push(['badge', count]) > 0 },
    window: {
      flashFrame: (on) => seen.push(['flash', on]),
      isFocused: () => focused,
      setOverlayIcon: () => seen.push(['overlay']),
    },
    tray: { showNewOrders: (count) => seen.push(['tray', count]) },
    powerSaveBlocker: { start: (type) => seen.push(['awake', type]), stop: (id) => seen.push(['may sleep', id]) },
    overlay: null,
  });
  return { alarm, seen };
}

it('shows the count, flashes and keeps the computer awake while it rings', () => {
  const { alarm, seen } = desktop();
  alarm.show({ ringing: true, newOrders: 2 });
  expect(seen).toEqual([
    ['badge', 2],
    ['tray', 2],
    ['flash', true],
    ['awake', 'prevent-app-suspension'],
  ]);
});

it('does not flash a window that the person is looking at', () => {
  const { alarm, seen } = desktop(true);
  alarm.show({ ringing: true, newOrders: 1 });
  expect(seen).toContainEqual(['flash', false]);
});

it('holds one wake lock however often it is told, and lets go when it falls silent', () => {
  const { alarm, seen } = desktop();
  for (const newOrders of [1, 2, 3]) alarm.show({ ringing: true, newOrders });
  expect(seen.filter((entry) => String(entry).startsWith('awake'))).toHaveLength(1);
  alarm.show({ ringing: false, newOrders: 0 });
  alarm.show({ ringing: false, newOrders: 0 });
  alarm.close();
  expect(seen.filter((entry) => String(entry).startsWith('may sleep'))).toHaveLength(1);
});
