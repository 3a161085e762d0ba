import { randomUUID } from 'node:crypto';
import type { Clock } from '../flows/clock.ts';
import { addHealthRoute } from '../health/health-route.ts';
import { createApp, type LogTarget } from '../http/app.ts';
import { createOutboxMailer } from '../messages/outbox-mailer.ts';
import { createSmtpMailer } from '../messages/smtp-mailer.ts';
import { openPairingCode } from '../registers/pairing-code.ts';
import type { Settings } from '../settings/settings.ts';
import { demoShopFacts } from '../storefront/demo-shop.ts';
import { isLoopbackHost, ownAddress } from './addresses.ts';
import { closeInOrder, type Closing } from './close-in-order.ts';
import { openDataFolder } from './data-folder.ts';
import { watchRequests } from './drain.ts';
import { openHubDoor } from './hub-door.ts';
import { listen } from './listen.ts';
import { plainProfile } from './plain-shop.ts';
import { addRoutes } from './routes.ts';
import { secureRandom } from './random.ts';
import { removeRunning, writeRunning } from './running.ts';
import { openShopLink } from './shop-link.ts';
import { createFlows } from './start-flows.ts';
import { within } from './within.ts';
import { pairingLine, readyLines } from './tell-ready.ts';

/** What a start needs from its surroundings. */
export type Surroundings = {
  readonly version: string;
  /** Where the built pages lie. */
  readonly pages: string;
  readonly clock: Clock;
  readonly log: LogTarget | null;
  /** A line for people. */
  readonly print: (line: string) => void;
};

export type RunningServer = {
  /** How this computer reaches it. */
  readonly address: string;
  /** Take in nothing new, finish what was begun, close. Resolves when everything is on disk. */
  close(): Promise<void>;
};

/** How long a stop waits for requests, and for mails, under way. */
const REQUESTS_MS = 5000;
const FLOWS_MS = 15_000;
/** How long "listening" waits for our own hub on a busy computer; somebody else's may be away for hours. */
const OWN_HUB_MS = 60_000;

/**
 * Start the sync-server, phase after phase. When a phase fails, those before it are closed again.
 * @throws ShopbellError with a sentence for people: `already-running`, `data-folder`, `port-in-use`, `cannot-listen`.
 */
export async function startServer(settings: Settings, around: Surroundings): Promise<RunningServer> {
  const closing = closeInOrder();
  try {
    return await runPhases(settings, around, closing);
  } catch (error) {
    await closing.run();
    throw error;
  }
}

async function runPhases(settings: Settings, around: Surroundings, closing: Closing): Promise<RunningServer> {
  const { clock, print, version } = around;

  // 1. the data folder, ours alone
  const folder = await openDataFolder(settings);
  const instance = randomUUID();

  // 2. HTTP, with the hub at /db
  const door = await openHubDoor(settings);
  closing.add(() => door.close());
  const app = await createApp(around.log);
  closing.add(() => app.close());
  const drain = watchRequests(app);
  await door.addTo(app);

  // 3. every other address; they answer 503 until the hub is ready
  const mailer = settings.smtpUrl === null ? createOutboxMailer(folder.outbox) : createSmtpMailer(settings.smtpUrl);
  const flows = createFlows();
  const link = openShopLink({
    shop: settings.shop,
    facts: settings.demo ? demoShopFacts(settings.shop) : [plainProfile(settings.shop)],
    clock,
    log: app.log,
    onReady: (databases) =>
      flows.start({
        databases,
        shop: settings.shop,
        clock,
        log: app.log,
        mailer,
        mailFrom: settings.mailFrom,
        worker: folder.worker,
      }),
  });
  const pairingCode = openPairingCode(secureRandom);
  if (!isLoopbackHost(settings.host)) pairingCode.onNew((code) => print(pairingLine(code)));
  await addRoutes(app, { folder, pages: around.pages, shop: settings.shop, version, clock, pairingCode, link });
  addHealthRoute(app, { version, instance, mail: mailer.kind, link, flows: () => flows.states() });

  // 4. listening
  const bound = await listen(app, settings);
  const address = ownAddress(settings.host, bound);
  const self = { address, pid: process.pid, instance };
  await writeRunning(folder.path, self);
  closing.add(() => removeRunning(folder.path, self));

  // 5. the hub made ready, the demo shop in it, and the flows: now, or as soon as the hub can be reached
  closing.add(() => within(FLOWS_MS, flows.close()));
  closing.add(() => link.close());
  closing.add(() => drain.stop(REQUESTS_MS));
  const toHub = door.connect(address);
  await link.start(toHub, toHub.kind === 'embedded' ? OWN_HUB_MS : 0);

  // 6. ready
  const lines = readyLines({
    settings,
    folder,
    port: bound.port,
    own: address,
    pairingCode: pairingCode.current(),
    hubError: link.lastError(),
  });
  for (const line of lines) print(line);
  return { address, close: () => closing.run() };
}
