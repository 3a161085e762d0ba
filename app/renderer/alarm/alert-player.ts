import { createStore, type StoreApi } from 'zustand';

/** Whether sound can come out: `blocked` until a person touches the page; `none` when this device plays nothing. */
export type SoundState = 'ready' | 'blocked' | 'none';

/** The loudspeaker. Never throws. */
export type Speaker = {
  readonly sound: () => SoundState;
  /** Play the bell now and every `every` ms, by the loudspeaker's own clock: a throttled page keeps ringing. */
  readonly loop: (every: number) => void;
  readonly silence: () => void;
  /** A person touched the page: sound may be allowed now. */
  readonly unlock: () => void;
  readonly onChange: (listener: () => void) => void;
  readonly close: () => Promise<void>;
};

/** What the player does, for the screen and for tests; true also when no sound can come out. */
export type Playing = { readonly ringing: boolean; readonly rings: number; readonly sound: SoundState };

export type AlertPlayer = {
  readonly playing: StoreApi<Playing>;
  readonly start: () => void;
  /** One more order rings: sound at once, do not wait for the next turn. */
  readonly again: () => void;
  readonly stop: () => void;
  readonly unlock: () => void;
  readonly close: () => Promise<void>;
};

/** Timers as a parameter, so that a test owns the time. */
export type Repeat = (run: () => void, every: number) => () => void;

/** How long from one ring to the next, ms. */
export const RING_EVERY = 4_000;

/** Rings until told to stop; where the loudspeaker cannot, it asks the shell to beep at each ring. */
export function createAlertPlayer(parts: { speaker: Speaker; beep: () => void; repeat: Repeat }): AlertPlayer {
  const { speaker, beep, repeat } = parts;
  const playing = createStore<Playing>()(() => ({ ringing: false, rings: 0, sound: speaker.sound() }));
  let endTurns = () => {};

  const ring = () => {
    playing.setState((state) => ({ rings: state.rings + 1 }));
    if (speaker.sound() !== 'ready') beep();
  };
  const begin = () => {
    endTurns();
    playing.setState({ ringing: true });
    speaker.loop(RING_EVERY);
    ring();
    endTurns = repeat(ring, RING_EVERY);
  };
  speaker.onChange(() => {
    const { sound, ringing } = playing.getState();
    const now = speaker.sound();
    playing.setState({ sound: now });
    if (ringing && sound !== 'ready' && now === 'ready') speaker.loop(RING_EVERY);
  });
  const stop = () => {
    endTurns();
    endTurns = () => {};
    speaker.silence();
    playing.setState({ ringing: false });
  };

  return {
    playing,
    start: begin,
    again: begin,
    stop,
    unlock: speaker.unlock,
    close: async () => {
      stop();
      await speaker.close();
    },
  };
}
