/** Most of one product in one order; more is a wholesale matter, settled by phone. */
export const MOST_OF_ONE = 20;

/** Most different lines in one order. */
export const MOST_LINES = 50;
