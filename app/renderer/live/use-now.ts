import { useEffect, useState } from 'react';

/** The time in UTC ms, fresh every `every` ms: for words like "12 s ago". */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
