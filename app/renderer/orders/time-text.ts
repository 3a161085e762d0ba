const ways = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  year: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatted(date: Date, options: Intl.DateTimeFormatOptions, locale: string): string {
  try {
    return new Intl.DateTimeFormat(locale, options).format(date);
  } catch {
    return new Intl.DateTimeFormat('en', options).format(date);
  }
}

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/**
 * When something was, short enough for a list: today the time only, else the day, with the year when it is another.
 * @param iso UTC ISO; shown in this device's time zone. A text that is no time is shown as it is.
 */
export function shortTime(iso: string, now: number, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso.slice(0, 20);
  const today = new Date(now);
  if (sameDay(date, today)) return formatted(date, ways.time, locale);
  return formatted(date, date.getFullYear() === today.getFullYear() ? ways.day : ways.year, locale);
}

/** When something was, whole: day and time; today the time only. */
export function fullTime(iso: string, now: number, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso.slice(0, 20);
  const today = new Date(now);
  if (sameDay(date, today)) return formatted(date, ways.time, locale);
  const day = date.getFullYear() === today.getFullYear() ? ways.day : ways.year;
  return formatted(date, { ...day, ...ways.time }, locale);
}
