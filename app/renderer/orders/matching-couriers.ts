/**
 * The couriers to offer for what was typed: all while nothing is typed or one is named whole, else those whose name
 * contains it, whatever the case.
 */
export function matchingCouriers(names: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const unique = [...new Set(names)];
  if (!wanted || unique.some((name) => name.toLowerCase() === wanted)) return unique;
  return unique.filter((name) => name.toLowerCase().includes(wanted));
}
