import type { NoticeResult } from '../../contract/notice.ts';
import type { NoticePort } from './notice-port.ts';

/** Try each way in its order until one shows it. The result is the one that worked, or the last refusal. */
export function firstThatShows(ports: readonly NoticePort[]): NoticePort {
  return {
    show: async (notice, onOpen) => {
      let result: NoticeResult = { shown: false, via: 'none', reason: 'unsupported' };
      for (const port of ports) {
        result = await port.show(notice, onOpen);
        if (result.shown) return result;
      }
      return result;
    },
  };
}
