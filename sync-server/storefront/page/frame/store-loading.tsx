import { Skeleton } from '@mantine/core';

const CARDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The shape of the store while the catalogue is fetched. */
export function StoreLoading() {
  return (
    <div aria-busy="true">
      <p className="unseen" role="status">
        The store is loading.
      </p>
      <div className="header">
        <div className="header-row">
          <Skeleton height={40} width={180} radius="md" />
          <Skeleton height={44} width={104} radius="xl" />
        </div>
      </div>
      <div className="main">
        <Skeleton height={210} radius={0} />
        <div className="section">
          <div className="grid">
            {CARDS.map((card) => (
              <div key={card}>
                <Skeleton className="card-picture" />
                <Skeleton height={16} mt="sm" width="70%" />
                <Skeleton height={16} mt="xs" width="35%" />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
