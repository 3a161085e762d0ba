import { seedTests } from './testing/seed-tests.ts';

// 200 seeds in two files, so that two cores share them.
seedTests(1, 100);
