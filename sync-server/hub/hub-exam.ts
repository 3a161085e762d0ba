import { afterAll, beforeAll, describe } from 'vitest';

import { examBulk } from './exam/bulk-exam.ts';
import { examDocuments } from './exam/document-exam.ts';
import { examFeed } from './exam/feed-exam.ts';
import { examFind } from './exam/find-exam.ts';
import { examLaws } from './exam/law-exam.ts';
import { examPeople } from './exam/people-exam.ts';
import { examPort } from './exam/port-exam.ts';
import { examine } from './exam/under-exam.ts';
import type { Examination, HubUnderExam } from './exam/under-exam.ts';

/**
 * What every hub must do, whether it is the embedded one or a CouchDB 3.x: the port's promises, the law on a register, and the
 * points of the protocol that registers lean on. Databases and users have names nobody else has, and are removed afterwards.
 */
export function examHub(name: string, start: () => Promise<HubUnderExam>): void {
  describe(name, () => {
    let examination: Examination | undefined;
    const exam = () => {
      if (!examination) throw new Error('The hub under exam has not started.');
      return examination;
    };
    beforeAll(async () => {
      examination = examine(await start());
    });
    afterAll(async () => {
      await examination?.clean();
      await examination?.hub.stop();
    });
    examPort(exam);
    examLaws(exam);
    examDocuments(exam);
    examBulk(exam);
    examFeed(exam);
    examFind(exam);
    examPeople(exam);
  });
}
