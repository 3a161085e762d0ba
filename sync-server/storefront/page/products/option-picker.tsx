import { useId } from 'react';

type Props = {
  readonly name: string;
  readonly values: readonly string[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
};

/** One option of a product as a row of pills: native radio buttons underneath, so arrows and screen readers just work. */
export function OptionPicker({ name, values, chosen, onChoose }: Props) {
  const group = useId();
  return (
    <fieldset className="picker">
      <legend>{name}</legend>
      <div className="picker-row">
        {values.map((value) => (
          <label key={value} className="pill">
            <input
              type="radio"
              name={group}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              data-testid={`option-${name}-${value}`}
            />
            <span>{value}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
