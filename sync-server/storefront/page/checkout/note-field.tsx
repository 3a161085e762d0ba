import { Textarea } from '@mantine/core';
import type { Faults } from './draft.ts';

type Props = { readonly note: string; readonly faults: Faults; readonly onChange: (note: string) => void };

/** Anything the shop should know. */
export function NoteField({ note, faults, onChange }: Props) {
  return (
    <Textarea
      size="md"
      rows={3}
      label="Note to the shop (optional)"
      placeholder="A gift? A gate code? Tell us."
      value={note}
      error={faults['note']}
      maxLength={500}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-testid="order-note"
    />
  );
}
