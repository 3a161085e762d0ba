const MALAYSIA = [
  'Johor',
  'Kedah',
  'Kelantan',
  'Kuala Lumpur',
  'Labuan',
  'Melaka',
  'Negeri Sembilan',
  'Pahang',
  'Perak',
  'Perlis',
  'Pulau Pinang',
  'Putrajaya',
  'Sabah',
  'Sarawak',
  'Selangor',
  'Terengganu',
];

/** States to suggest while typing; none for a country we have no list of. */
export function regionsOf(country: string): readonly string[] {
  return country === 'MY' ? MALAYSIA : [];
}
