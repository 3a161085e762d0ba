import { useEffect, useRef } from 'react';

/** The heading of a place the customer has just come to: takes the focus, so that keyboard and screen reader start there. */
export function PlaceHeading({ text, title }: { readonly text: string; readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = title;
    heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <h1 ref={heading} tabIndex={-1} className="place-heading">
      {text}
    </h1>
  );
}
