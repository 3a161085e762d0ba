/** Things to close, the last opened first. */
export type Closing = {
  add(close: () => Promise<void>): void;
  /** Close all, once. One that fails does not keep the others open; the first failure is thrown at the end. */
  run(): Promise<void>;
};

export function closeInOrder(): Closing {
  const closings: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let close = closings.pop(); close; close = closings.pop())
      await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  return {
    add: (close) => {
      closings.push(close);
    },
    run: closeAll,
  };
}
