// Makes resources/sounds/new-order.wav: a two-tone bell, 1.2 s, mono 16 bit at 22,050 Hz. The same bytes every time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const RATE = 22_050;
const SECONDS = 1.2;
/** Struck tones: frequency in Hz, start in s. E6 then C6, a falling third that carries over a shop's noise. */
const TONES = [
  { frequency: 1318.51, start: 0 },
  { frequency: 1046.5, start: 0.28 },
];
/** Partials of a small bell: multiple of the tone, loudness, fall in s. */
const PARTIALS = [
  { multiple: 1, loudness: 1, fall: 0.42 },
  { multiple: 2, loudness: 0.45, fall: 0.25 },
  { multiple: 2.76, loudness: 0.28, fall: 0.12 },
  { multiple: 5.4, loudness: 0.12, fall: 0.05 },
];

/** @param {number} time seconds @returns {number} between -1 and 1, roughly */
function sampleAt(time) {
  let value = 0;
  for (const { frequency, start } of TONES) {
    const age = time - start;
    if (age < 0) continue;
    const strike = Math.min(1, age / 0.004);
    for (const { multiple, loudness, fall } of PARTIALS)
      value += strike * loudness * Math.exp(-age / fall) * Math.sin(2 * Math.PI * frequency * multiple * age);
  }
  const ending = Math.min(1, (SECONDS - time) / 0.05);
  return value * ending;
}

export function bellWav() {
  const samples = Array.from({ length: Math.round(RATE * SECONDS) }, (_, index) => sampleAt(index / RATE));
  const peak = Math.max(...samples.map(Math.abs));
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => data.writeInt16LE(Math.round((sample / peak) * 0.9 * 32_767), index * 2));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

if (process.argv[1] === import.meta.filename) {
  const file = resolve(import.meta.dirname, '../resources/sounds/new-order.wav');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bellWav());
}
