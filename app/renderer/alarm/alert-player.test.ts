import { expect, test } from 'vitest';
import { createAlertPlayer, RING_EVERY, type SoundState, type Speaker } from './alert-player.ts';

/** A loudspeaker and a clock that write down what they are asked; the real one needs a browser and is held end to end. */
function stage(first: SoundState = 'ready') {
  const done: string[] = [];
  const listeners: (() => void)[] = [];
  let sound = first;
  let turn: (() => void) | null = null;
  const speaker: Speaker = {
    sound: () => sound,
    loop: (every) => void done.push(`loop ${every}`),
    silence: () => void done.push('silence'),
    unlock: () => void done.push('unlock'),
    onChange: (listener) => void listeners.push(listener),
    close: async () => void done.push('close'),
  };
  const player = createAlertPlayer({
    speaker,
    beep: () => void done.push('beep'),
    repeat: (run, every) => {
      expect(every).toBe(RING_EVERY);
      turn = run;
      return () => {
        if (turn === run) turn = null;
      };
    },
  });
  return {
    player,
    done,
    nextTurn: () => turn?.(),
    waiting: () => turn !== null,
    become: (next: SoundState) => {
      sound = next;
      for (const listener of listeners) listener();
    },
  };
}

test('it rings at once and again at each turn, until it is stopped', () => {
  const { player, nextTurn, waiting } = stage();
  player.start();
  expect(player.playing.getState()).toEqual({ ringing: true, rings: 1, sound: 'ready' });
  nextTurn();
  nextTurn();
  expect(player.playing.getState().rings).toBe(3);
  player.stop();
  expect(player.playing.getState().ringing).toBe(false);
  expect(waiting()).toBe(false);
});

test('where sound is blocked it counts its rings and has the shell beep at each', () => {
  const { player, done, nextTurn } = stage('blocked');
  player.start();
  nextTurn();
  expect(done.filter((each) => each === 'beep')).toHaveLength(2);
  expect(player.playing.getState().rings).toBe(2);
});

test('once sound is allowed while it rings, the bell plays without waiting for the next order', () => {
  const { player, done, become } = stage('blocked');
  player.start();
  done.length = 0;
  become('ready');
  expect(done).toEqual([`loop ${RING_EVERY}`]);
  expect(player.playing.getState().sound).toBe('ready');
});

test('sound allowed while nothing rings stays silent', () => {
  const { done, become } = stage('blocked');
  become('ready');
  expect(done).toEqual([]);
});

test('another order rings at once', () => {
  const { player } = stage();
  player.start();
  player.again();
  expect(player.playing.getState().rings).toBe(2);
});

test('closing stops the sound first', async () => {
  const { player, done } = stage();
  player.start();
  await player.close();
  expect(done.slice(-2)).toEqual(['silence', 'close']);
});
