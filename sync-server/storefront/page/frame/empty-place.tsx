import { Button } from '@mantine/core';

type Props = {
  readonly heading: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void };
  readonly alert?: boolean;
};

/** A place with nothing to show: says why, and offers the one thing to do next. */
export function EmptyPlace({ heading, text, action, alert = false }: Props) {
  return (
    <section className="empty-place" role={alert ? 'alert' : undefined}>
      <span className="empty-tile" aria-hidden />
      <h1>{heading}</h1>
      <p>{text}</p>
      <Button size="md" onClick={action.run}>
        {action.label}
      </Button>
    </section>
  );
}
