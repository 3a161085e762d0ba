/** An Electron event object whose default action a listener can prevent. */
export type Preventable = { defaultPrevented: boolean; preventDefault(): void };

export function preventable<T extends object>(details: T): Preventable & T;
export function preventable(): Preventable;
export function preventable(details: object = {}): Preventable {
  return {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
