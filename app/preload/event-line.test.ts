import { expect, it } from 'vitest';
import { openEventLine } from './event-line.ts';

it('tells everybody who listens, until they stop', () => {
  const heard: string[] = [];
  const line = openEventLine<string>('drop');
  const stop = line.listen((payload) => heard.push(`a ${payload}`));
  line.listen((payload) => heard.push(`b ${payload}`));
  line.tell('1');
  stop();
  line.tell('2');
  expect(heard).toEqual(['a 1', 'b 1', 'b 2']);
});

it('keeps the last event for the first listener, once', () => {
  const heard: (string | null)[] = [];
  const line = openEventLine<string | null>('keep-last');
  line.tell('o-1');
  line.tell(null);
  line.listen((payload) => heard.push(payload));
  line.listen(() => heard.push('never'));
  expect(heard).toEqual([null]);
});

it('drops what nobody hears when told to', () => {
  const heard: string[] = [];
  const line = openEventLine<string>('drop');
  line.tell('1');
  line.listen((payload) => heard.push(payload));
  expect(heard).toEqual([]);
});
