import { seedTests } from './testing/seed-tests.ts';

seedTests(101, 100);
