import type { ReactNode } from 'react';

type Props = {
  readonly group: string;
  readonly testId: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
};

/** One of a few large choices: a native radio button over the whole card. */
export function ChoiceCard({ group, testId, icon, title, text, checked, onChoose }: Props) {
  return (
    <label className="choice">
      <input type="radio" name={group} checked={checked} onChange={onChoose} data-testid={testId} />
      <span className="choice-face">
        {icon}
        <span>
          <strong>{title}</strong>
          <span className="hint">{text}</span>
        </span>
      </span>
    </label>
  );
}
