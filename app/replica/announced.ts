import { BehaviorSubject, type Observable } from 'rxjs';
import type { RxCollection } from 'rxdb';
import type { AnnouncedRow } from './collections.ts';

/** Which orders this register has announced, remembered on disk. */
export type Announced = {
  readonly ids$: Observable<ReadonlySet<string>>;
  has(id: string): boolean;
  /** Rejects when it could not be stored. */
  add(ids: readonly string[]): Promise<void>;
  close(): void;
};

const KEEP_MS = 90 * 24 * 3600 * 1000;

/**
 * Read what was announced; what is older than 90 days and does not ring is forgotten.
 * @param now UTC ms.
 * @param stillRings ids of stored orders that ring.
 */
export async function openAnnounced(
  collection: RxCollection<AnnouncedRow>,
  now: () => number,
  stillRings: ReadonlySet<string>,
): Promise<Announced> {
  const rows = await collection.find().exec();
  const old = rows.filter((row) => row.at < now() - KEEP_MS && !stillRings.has(row.id)).map((row) => row.id);
  if (old.length > 0) {
    await collection.bulkRemove(old);
    await collection.storageInstance.cleanup(0);
  }
  const ids$ = new BehaviorSubject<ReadonlySet<string>>(new Set(rows.map((row) => row.id)));
  return {
    ids$: ids$.asObservable(),
    has: (id) => ids$.value.has(id),
    async add(ids) {
      const fresh = ids.filter((id) => !ids$.value.has(id));
      if (fresh.length === 0) return;
      const { error } = await collection.bulkUpsert(fresh.map((id) => ({ id, at: now() })));
      if (error.length > 0) throw new Error('What was announced could not be stored.');
      ids$.next(new Set([...ids$.value, ...fresh]));
    },
    close: () => ids$.complete(),
  };
}
