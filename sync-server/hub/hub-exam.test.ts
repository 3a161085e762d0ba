import { eachHub } from './exam/each-hub.ts';
import { examHub } from './hub-exam.ts';

for (const { name, start } of eachHub()) examHub(name, start);
