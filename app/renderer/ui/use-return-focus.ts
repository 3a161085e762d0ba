import { useLayoutEffect } from 'react';

/** The control that a menu item stands for, as the item itself is gone when its dialog closes. */
function openerOf(element: Element | null): Element | null {
  const list = element?.closest('[role="menu"]');
  // By the menu's name, not by `aria-controls`: its button has lost that when the item that was chosen closed the menu.
  return list ? document.getElementById(list.getAttribute('aria-labelledby') ?? '') : element;
}

/**
 * While `open`, remembers where the keyboard stood before; afterwards puts it back there, when that place still is on
 * screen and nothing else took the focus. For dialogs that are mounted already open.
 */
export function useReturnFocus(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return;
    const opener = openerOf(document.activeElement);
    return () => {
      // The dialog's own elements leave the page right after this; only then is it known who has the focus.
      requestAnimationFrame(() => {
        const nobody = document.activeElement === null || document.activeElement === document.body;
        if (nobody && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    };
  }, [open]);
}
