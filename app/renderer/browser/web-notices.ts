import type { NoticeResult, ShellNotice } from '../../contract/notice.ts';

/**
 * Notifications of the web. Permission is asked at the first touch of the page, because browsers refuse it sooner.
 * @param open called when a person clicks a notification.
 */
export function openWebNotices(page: Window & typeof globalThis, open: (orderId: string | null) => void) {
  const supported = 'Notification' in page;
  if (supported && page.Notification.permission === 'default')
    page.addEventListener('pointerdown', () => void page.Notification.requestPermission(), { once: true });

  return async (notice: ShellNotice): Promise<NoticeResult> => {
    if (!supported) return { shown: false, via: 'none', reason: 'unsupported' };
    if (page.Notification.permission !== 'granted') return { shown: false, via: 'none', reason: 'denied' };
    try {
      const shown = new page.Notification(notice.title, { tag: notice.tag, body: notice.body, silent: true });
      shown.addEventListener('click', () => {
        page.focus();
        shown.close();
        open(notice.orderId);
      });
      return { shown: true, via: 'web', reason: '' };
    } catch {
      // Phones show notifications only through a service worker; banner and sound do the work there.
      return { shown: false, via: 'none', reason: 'failed' };
    }
  };
}
