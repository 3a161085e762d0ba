import type { SoundState, Speaker } from './alert-player.ts';

/**
 * The bell through Web Audio. The file and its silence up to the next ring are one looping buffer, so that repeating
 * does not depend on the page's timers, which browsers slow down in the background.
 */
export function openWebSpeaker(bellUrl: string): Speaker {
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const context = openContext();
  let bell: AudioBuffer | null = null;
  let broken = context === null;
  let wanted: number | null = null;
  let source: AudioBufferSourceNode | null = null;

  const sound = (): SoundState => {
    if (broken || !context) return 'none';
    return context.state === 'running' ? 'ready' : 'blocked';
  };
  const silence = () => {
    source?.stop();
    source?.disconnect();
    source = null;
  };
  const play = () => {
    silence();
    if (!context || !bell || wanted === null) return;
    source = context.createBufferSource();
    source.buffer = padded(context, bell, wanted);
    source.loop = true;
    source.connect(context.destination);
    source.start();
  };
  const unlock = () => {
    // Refused until a person touches the page; `statechange` tells when it worked.
    if (context && context.state !== 'closed') void context.resume().catch(() => {});
  };

  context?.addEventListener('statechange', tell);
  void load(context, bellUrl).then((loaded) => {
    bell = loaded;
    broken = loaded === null;
    if (wanted !== null) play();
    tell();
  });

  return {
    sound,
    loop: (every) => {
      wanted = every;
      unlock();
      play();
    },
    silence: () => {
      wanted = null;
      silence();
    },
    unlock,
    onChange: (listener) => void listeners.add(listener),
    close: async () => {
      listeners.clear();
      silence();
      if (context && context.state !== 'closed') await context.close();
    },
  };
}

function openContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    // No audio on this device: the shell beeps instead, and the screen says so.
    return null;
  }
}

async function load(context: AudioContext | null, url: string): Promise<AudioBuffer | null> {
  if (!context) return null;
  try {
    const answer = await fetch(url);
    return answer.ok ? await context.decodeAudioData(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

function padded(context: AudioContext, bell: AudioBuffer, every: number): AudioBuffer {
  const length = Math.max(bell.length, Math.round((bell.sampleRate * every) / 1000));
  const turn = context.createBuffer(bell.numberOfChannels, length, bell.sampleRate);
  for (let channel = 0; channel < bell.numberOfChannels; channel++)
    turn.copyToChannel(bell.getChannelData(channel), channel);
  return turn;
}
