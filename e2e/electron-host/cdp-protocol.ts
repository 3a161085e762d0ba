// Playwright ships the types of Chromium's DevTools protocol but does not export them by name.
export type { Protocol } from '../../node_modules/playwright-core/types/protocol.js';
