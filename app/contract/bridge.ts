import type { HubAccess, Identity, PairRequest, PairResult } from './identity.ts';
import type { BridgeJournal, BridgeWitness } from './journal.ts';
import type { AlarmSignal, NoticeResult, ShellNotice } from './notice.ts';

/** Versions and names for Settings and support. */
export type ShellInfo = {
  readonly kind: 'electron' | 'browser';
  readonly appVersion: string;
  /** For example `Electron 45.4.1` or the browser's own name. */
  readonly shell: string;
  readonly platform: string;
};

/**
 * Everything the page may ask of the shell, and nothing else. The preload `satisfies` this type over IPC; in a browser
 * tab an object of the page does. The page depends on this type, never on Electron.
 *
 * Every call resolves; a shell that fails answers with a code in the result. Only a programmer's fault rejects.
 */
export type Bridge = {
  /** Who this register is, or null on a device that was never paired. Works offline. */
  identity(): Promise<Identity | null>;
  /** Pair this device with the shop: name it and get its hub user. The password stays with the shell. */
  pair(request: PairRequest): Promise<PairResult>;
  /** Where the hub is. Requests to it are authorised by the shell; the page never holds a password. */
  hubAccess(): Promise<HubAccess>;
  /** Show an operating system notification; the result says whether and how it was shown. */
  notify(notice: ShellNotice): Promise<NoticeResult>;
  /** Tell the shell how many orders are new and whether the alarm rings: badge, flash, tray, keep awake. */
  signal(signal: AlarmSignal): Promise<void>;
  /** The shell's own beep, for when the page cannot play sound. */
  beep(): Promise<void>;
  info(): Promise<ShellInfo>;
  /** Null in a browser tab, which can write no file: what waits there is as safe as the browser's own storage. */
  readonly journal: BridgeJournal | null;
  readonly witness: BridgeWitness;
  /** A notification or deep link was opened: show this order (null: show the list). Returns the unsubscribe function. */
  onOpenOrder(listener: (orderId: string | null) => void): () => void;
  /** The computer woke up or the network came back: reconnect at once. Returns the unsubscribe function. */
  onWake(listener: () => void): () => void;
};

/** The name under which the preload puts the bridge on the page's `window`. */
export const BRIDGE_KEY = 'shopbell';
