import type { HubAnswer, HubFetch } from '../../app/replica/hub-line.ts';
import type { CouchFace } from '../hub/couch-face.ts';
import type { Random } from '../random.ts';
import type { VirtualTime } from '../time/virtual-time.ts';
import { drawFault, type LineFault } from './line-faults.ts';

/** The line between one register and the hub. */
export type Link = {
  readonly fetch: HubFetch;
  /** Whether requests get through, and whether answers do. */
  partition(up: boolean, down: boolean): void;
  /** Play this fault on the next request whose path holds `about`. */
  play(fault: LineFault, about: string): void;
  /** The share of requests that meet with some fault. */
  trouble(share: number): void;
  /** Everything works again from now on. */
  heal(): void;
};

type Parts = {
  readonly user: string;
  readonly face: CouchFace;
  readonly time: VirtualTime;
  readonly random: Random;
  /** False while the hub is down: nobody takes requests. */
  readonly hubUp: () => boolean;
  readonly note: (what: string) => void;
};

const HALF_OPEN = 0.4;

/** A line that works. */
export function createLink({ user, face, time, random, hubUp, note }: Parts): Link {
  let up = true;
  let down = true;
  let share = 0;
  let planned: { readonly fault: LineFault; readonly about: string }[] = [];

  function nextFault(path: string): LineFault {
    const plan = planned.find(({ about }) => path.includes(about));
    if (plan) {
      planned = planned.filter((each) => each !== plan);
      return plan.fault;
    }
    return random.chance(share) ? drawFault(random) : { kind: 'none' };
  }

  const latency = (): number =>
    random.weighted([
      [8, random.int(2, 60)],
      [2, random.int(60, 400)],
    ] as const);

  const fetch: HubFetch = (url, init) =>
    new Promise((resolve, reject) => {
      const path = url.slice(url.indexOf('/', 'http://'.length));
      const fault = nextFault(path);
      const body = init.body ?? null;
      note(
        `asks ${shortened(path)}${body === null ? '' : ` ${body.length} B`}${fault.kind === 'none' ? '' : ` (${fault.kind})`}`,
      );
      let leave: () => void = () => undefined;
      init.signal.addEventListener('abort', () => {
        leave();
        reject(new DOMException('aborted', 'AbortError'));
      });
      const broken = (): void => reject(new TypeError('fetch failed'));
      /** Broken lines are noticed at once or never. */
      const lost = (): void => void (random.chance(HALF_OPEN) || time.after(latency(), broken));
      const bring = (status: number, text: string): void => {
        note(`hears ${status} on ${shortened(path)}`);
        resolve(answerOf(status, text, fault));
      };

      if (fault.kind === 'answer') return void time.after(latency(), () => bring(fault.status, fault.text));
      if (!up || fault.kind === 'lose-request') return lost();
      const slow = fault.kind === 'slow' ? fault.ms : 0;
      time.after(latency() + slow, () => {
        if (!hubUp()) return void time.after(latency(), broken);
        if (fault.kind === 'duplicate') face({ user, path, body }, () => undefined);
        leave = face({ user, path, body }, ({ status, text }) => {
          if (!down || fault.kind === 'lose-answer') return lost();
          time.after(latency(), () => bring(status, text));
        });
      });
    });

  return {
    fetch,
    partition(nextUp, nextDown) {
      up = nextUp;
      down = nextDown;
    },
    play: (fault, about) => void planned.push({ fault, about }),
    trouble: (next) => void (share = next),
    heal() {
      up = true;
      down = true;
      share = 0;
      planned = [];
    },
  };
}

function answerOf(status: number, text: string, fault: LineFault): HubAnswer {
  if (fault.kind === 'cut-body') return { status, text: () => Promise.reject(new TypeError('terminated')) };
  if (fault.kind === 'half-body') return { status, text: () => Promise.resolve(text.slice(0, text.length / 2)) };
  return { status, text: () => Promise.resolve(text) };
}

/** The path for the trace. */
const shortened = (path: string): string => path.replace(/shopbell-[^-/]+-/, '').replace('include_docs=true&', '');
