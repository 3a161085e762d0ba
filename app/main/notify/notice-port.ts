import type { NoticeResult, ShellNotice } from '../../contract/notice.ts';

/**
 * One way to show an operating system notification. `show` resolves, never rejects, with how it went; it resolves within a
 * few seconds. `onOpen` runs at most once, when the person clicks it, and may come long after.
 */
export type NoticePort = {
  show(notice: ShellNotice, onOpen: () => void): Promise<NoticeResult>;
};
