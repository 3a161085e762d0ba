import { combineLatest, distinctUntilChanged, map, shareReplay } from 'rxjs';
import type { Bridge } from '../../contract/bridge.ts';
import type { Replica } from '../../replica/replica.ts';
import type { Say } from '../i18n/open-words.ts';
import { alarmStep, QUIET } from './alarm-machine.ts';
import type { AlertPlayer } from './alert-player.ts';
import { noticesFor } from './notices.ts';

/** What the alarm needs of the app, and no more. */
export type AlarmParts = {
  readonly replica: Pick<Replica, 'alarm' | 'newOrders' | 'facts' | 'announced'>;
  readonly bridge: Pick<Bridge, 'notify' | 'signal'>;
  readonly player: Pick<AlertPlayer, 'start' | 'again' | 'stop' | 'close'>;
  readonly t: Say;
};

export type RunningAlarm = {
  readonly close: () => Promise<void>;
};

/**
 * Ring, notify and signal for as long as the replica says that orders ring. Promises: every order is announced at most
 * once per page and remembered by the replica afterwards; the sound depends on no notification.
 */
export function runAlarm(parts: AlarmParts): RunningAlarm {
  const { replica, bridge, player, t } = parts;
  let memory = QUIET;
  let locale = 'en';
  const view = replica.alarm().pipe(shareReplay({ bufferSize: 1, refCount: true }));

  const facts = replica.facts().subscribe(({ profile }) => {
    locale = profile?.locale ?? locale;
  });
  const steps = view.subscribe((seen) => {
    const step = alarmStep(memory, seen);
    memory = step.memory;
    if (step.sound === 'start') player.start();
    if (step.sound === 'again') player.again();
    if (step.sound === 'stop') player.stop();
    if (step.announce.length === 0) return;
    for (const notice of noticesFor(step, locale, t)) void bridge.notify(notice);
    // Not remembered means announced again after a restart, which is the safe side.
    replica.announced(step.announce.map((each) => each.order.id)).catch(() => {});
  });
  const signals = combineLatest([view, replica.newOrders()])
    .pipe(
      map(([seen, newOrders]) => ({ ringing: seen.ringing.length > 0, newOrders })),
      distinctUntilChanged((a, b) => a.ringing === b.ringing && a.newOrders === b.newOrders),
    )
    .subscribe((signal) => void bridge.signal(signal));

  return {
    close: async () => {
      facts.unsubscribe();
      steps.unsubscribe();
      signals.unsubscribe();
      await player.close();
    },
  };
}
