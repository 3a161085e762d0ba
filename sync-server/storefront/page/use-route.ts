import { useCallback, useEffect, useState } from 'react';

/** The three places of the store. They live in the address's hash, so that the browser's Back works. */
export type Route = 'shop' | 'checkout' | 'thanks';

const routeOf = (hash: string): Route => (hash === '#/checkout' ? 'checkout' : hash === '#/thanks' ? 'thanks' : 'shop');

/** Where the customer is, and a way to go elsewhere (`replace`: Back does not return here). */
export function useRoute(): readonly [Route, (to: Route, replace?: boolean) => void] {
  const [route, setRoute] = useState(() => routeOf(location.hash));

  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('popstate', follow);
    };
  }, []);

  const go = useCallback((to: Route, replace = false) => {
    const address = to === 'shop' ? location.pathname : `#/${to}`;
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    setRoute(to);
    window.scrollTo(0, 0);
  }, []);

  return [route, go];
}
