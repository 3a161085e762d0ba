import leveldown from 'leveldown';

export type Level = ReturnType<typeof leveldown>;

/** What PouchDB's `db` option takes; `level` finds the store it opened at a place. */
export type LevelFactory = {
  (location: string): Level;
  destroy(location: string, done: (fault?: Error) => void): void;
};

/** PouchDB keeps its Mango indexes in stores of this name. They can be built again, so they need not be synced. */
const INDEX_STORE = '-mrview-';

function syncEveryWrite(level: Level): void {
  const put = level._put.bind(level);
  const del = level._del.bind(level);
  const batch = level._batch.bind(level);
  level._put = (key, value, options, done) => put(key, value, { ...options, sync: true }, done);
  level._del = (key, options, done) => del(key, { ...options, sync: true }, done);
  level._batch = (operations, options, done) => batch(operations, { ...options, sync: true }, done);
}

/** Close once, however often it is asked: closing a LevelDB twice brings the process down. */
function closeOnce(level: Level): void {
  const close = level._close.bind(level);
  const asked: ((fault?: Error) => void)[] = [];
  let outcome: { fault?: Error } | undefined;
  level._close = (done) => {
    if (outcome) return done(outcome.fault);
    if (asked.push(done) > 1) return;
    close((fault) => {
      outcome = fault ? { fault } : {};
      for (const each of asked) each(fault);
    });
  };
}

/**
 * LevelDB stores whose every write is on the disk (fsync) before it is answered, so that neither `kill -9` nor a power cut
 * takes back what was acknowledged. `opened` hears of each store.
 */
export function createLevelFactory(opened: (level: Level) => void): LevelFactory {
  function durableLevel(location: string): Level {
    const level = leveldown(location);
    closeOnce(level);
    if (!location.includes(INDEX_STORE)) syncEveryWrite(level);
    opened(level);
    return level;
  }
  return Object.assign(durableLevel, {
    destroy: (place: string, done: (fault?: Error) => void) => leveldown.destroy(place, done),
  });
}
