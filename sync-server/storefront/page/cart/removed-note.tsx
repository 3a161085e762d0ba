import { useEffect, useRef } from 'react';

/** Says what was removed and offers to undo it. Takes the focus that the removed row had. */
export function RemovedNote({ name, onUndo }: { readonly name: string; readonly onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), [name]);
  return (
    <p className="removed" role="status">
      <span>{name} removed.</span>
      <button ref={undo} type="button" onClick={onUndo}>
        Undo
      </button>
    </p>
  );
}
