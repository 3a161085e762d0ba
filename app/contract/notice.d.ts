/** An operating system notification. All text is shown as plain text. A later notice with the same tag replaces it. */
export type ShellNotice = {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** Opened when the person clicks; null opens the list. */
  readonly orderId: string | null;
};
/** How the notification went. The sound never depends on it. */
export type NoticeResult = {
  readonly shown: boolean;
  readonly via: 'electron' | 'node-notifier' | 'web' | 'none';
  /** Why it was not shown, as a code: `denied`, `unsupported`, `failed`. Empty when shown. */
  readonly reason: string;
};
/** What the shell shows of the alarm. */
export type AlarmSignal = {
  readonly ringing: boolean;
  readonly newOrders: number;
};
