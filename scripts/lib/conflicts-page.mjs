// docs/conflicts.md: the table of domain/matrix.ts in words. Pure; the script writes the file, a test compares.

/** @typedef {import('../../domain/matrix.ts').ActName} ActName */
/** @typedef {import('../../domain/matrix.ts').StartName} StartName */
/** @typedef {typeof import('../../domain/matrix.ts').MATRIX} Matrix */
/** @typedef {import('../../domain/verdict.ts').VerdictCode} VerdictCode */

/** @type {Record<ActName, string>} */
const ACT = {
  ship: 'ship',
  cancel: 'cancel',
  refund: 'refund',
  'correct-tracking': 'correct tracking',
  'correct-address': 'correct address',
  'add-note': 'add note',
  acknowledge: 'acknowledge',
  deliver: 'deliver',
};

/** @type {Record<StartName, string>} */
const START = {
  paid: 'The order is Paid, both registers see it so',
  shipped: 'The order is Shipped; a register that ships or cancels has not heard of it',
  cancelled: 'The order is Cancelled; a register that ships or cancels has not heard of it',
  ready: 'The order is Ready for pickup; to deliver is to hand it over',
};

/** @type {Partial<Record<VerdictCode, string>>} */
const CODE = {
  done: 'both count',
  same: 'merged',
  overtaken: 'merged, too late',
  contradicts: '**decide**: called off, or handed over?',
  'shipped-twice': '**decide**: which parcel?',
  'corrected-twice': '**decide**: which tracking?',
  'addressed-twice': '**decide**: which address?',
  'old-address': '**decide**: sent to the old address',
};

/**
 * The page as Markdown.
 * @param {Matrix} matrix
 * @returns {string}
 */
export function conflictsPage(matrix) {
  const starts = /** @type {StartName[]} */ (Object.keys(matrix));
  return [INTRODUCTION, ...starts.map((start) => tableOf(start, matrix[start])), ''].join('\n');
}

/** @param {StartName} start @param {Matrix[StartName]} rows @returns {string} */
function tableOf(start, rows) {
  const acts = /** @type {ActName[]} */ (Object.keys(ACT)).filter((act) => rows[act]);
  const head = ['first ↓ then →', ...acts.map((act) => ACT[act])];
  const lines = acts.map((first) => [
    `**${ACT[first]}**`,
    ...acts.map((second) => {
      const code = rows[first]?.[second];
      return code === undefined ? '–' : (CODE[code] ?? `refused: ${code}`);
    }),
  ]);
  const rule = head.map(() => '---');
  return [`## ${START[start]}`, '', ...[head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`), ''].join(
    '\n',
  );
}

const INTRODUCTION = `<!-- Made by scripts/write-conflicts-page.mjs from domain/matrix.ts. Do not edit: change the table, then run the script. -->

# When two registers do not hear of each other

Two people act on the same order at two registers while the line is out. When it is back, the hub gets one act first and the other second. This page says
what becomes of the second, for every pair and both orders of arrival. The acts differ where they can: another tracking ID, another address.
The same act done twice alike merges; two notes are two notes.

- **both count**: the second act takes effect as well; nobody needs to look.
- **merged**: somebody had done exactly this, or (*too late*) the order had moved past it. Both stand in the history.
- **decide**: the acts contradict each other. The first stands for now; the order is listed under *Needs a decision* at every register and in BackOffice with both
  versions: who, which register, when, what, and what the customer was told. One tap decides.

**A decision** is a change like any other: it works offline, travels up, is settled once and stays in the history with both acts. *Keep* leaves the order as it is.
*Take* gives the order the other act's effect, also where no status step leads there. Nothing else ever does. If two people decide differently,
the first to reach the hub wins, and the second finds the reason under *Waiting to be sent*. If the order has changed since a person looked, *Take* is refused and the
contradiction stays open.

**The customer** is told of a parcel that comes to be by a decision, or of a parcel whose courier or tracking ID changes by it, once. A called-off order earns no
further message; Shopbell sends none about the cancellation, so the screen says to speak with the customer.

**Ship and correct address**: the label on the parcel carries the address the packer saw. So a parcel that left and a correction its packer did not see are put before a person, whichever
arrived first.
`;
