import { CHANGE_KINDS, type Change, type ChangeKind } from './change.ts';
import { isId, saleOrderId } from './ids.ts';
import { isStatusLabel } from './label.ts';
import { isCurrency, isMinorUnits } from './money.ts';
import { ADDRESS_FIELDS } from './shipping-address.ts';

/** A change read from the wire or from disk, or what is wrong with it, in plain words for the log and the verdict. */
export type ParsedChange =
  { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly fault: string };

type Fields = Record<string, unknown>;
type Check = (fields: Fields) => string | null;

const TEXT_LIMIT = 2000;
const LINE_LIMIT = 500;
const ADDRESS_TEXT_LIMIT = 500;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_LIMIT;
const isRef = (value: unknown): boolean => isFields(value) && isId(value['id']) && isText(value['name']);
const isUtc = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value);
const isAddress = (value: unknown): boolean =>
  isFields(value) &&
  ADDRESS_FIELDS.every((key) => isText(value[key]) && String(value[key]).length <= ADDRESS_TEXT_LIMIT);
const isKind = (value: unknown): value is ChangeKind => CHANGE_KINDS.includes(value as ChangeKind);

const BODY: Record<ChangeKind, Check> = {
  'change-status': ({ to, seen, parcel, shippedTo }) => {
    if (!isStatusLabel(to) || !isStatusLabel(seen)) return 'the status is not one Shopbell knows';
    if (shippedTo !== undefined && !isAddress(shippedTo)) return 'the address shipped to is not whole';
    if (parcel === undefined) return null;
    return isFields(parcel) && isText(parcel['courier']) && isText(parcel['trackingId'])
      ? null
      : 'the parcel is not whole';
  },
  acknowledge: () => null,
  'add-note': ({ text }) => (isText(text) && text.trim() ? null : 'the note is empty or too long'),
  'correct-tracking': ({ parcelId, seenRevision, courier, trackingId, tell }) =>
    isId(parcelId) &&
    Number.isInteger(seenRevision) &&
    isText(courier) &&
    isText(trackingId) &&
    typeof tell === 'boolean'
      ? null
      : 'the correction is not whole',
  'correct-address': ({ seen, seenStatus, address }) =>
    isAddress(address) && (seen === null || isAddress(seen)) && isStatusLabel(seenStatus)
      ? null
      : 'the address is not whole or too long',
  decide: ({ decision, take, seen }) =>
    isId(decision) && (take === 'standing' || take === 'other') && (seen === '' || isId(seen))
      ? null
      : 'the decision is not whole',
  'send-again': ({ messageKey }) => (isId(messageKey) ? null : 'the message is not named'),
  'record-sale': ({ id, orderId, sale }) => {
    if (orderId !== saleOrderId(String(id))) return 'the sale does not carry the order id its change gives';
    return isFields(sale) ? saleShape(sale) : 'the sale is missing';
  },
};

function saleShape(sale: Fields): string | null {
  const { receipt, currency, lines, totals, payment } = sale;
  if (!isId(receipt) || !isCurrency(currency)) return 'the receipt number or currency is not valid';
  if (!Array.isArray(lines) || lines.length > LINE_LIMIT || !lines.every(isLine))
    return 'a line of the sale is not valid';
  if (
    !isFields(totals) ||
    !['subtotal', 'discount', 'shipping', 'tax', 'total'].every((key) => isMinorUnits(totals[key]))
  )
    return 'the sums of the sale are not whole amounts';
  if (typeof totals['taxIncluded'] !== 'boolean') return 'the sale does not say whether tax is included';
  const paid = isFields(payment) && (payment['method'] === 'cash' || payment['method'] === 'card');
  return paid && (payment['tendered'] === undefined || isMinorUnits(payment['tendered']))
    ? null
    : 'the payment of the sale is not valid';
}

function isLine(line: unknown): boolean {
  if (!isFields(line) || !isId(line['id']) || !isText(line['sku']) || !isText(line['name'])) return false;
  const { quantity, options } = line;
  return (
    typeof quantity === 'number' &&
    Number.isSafeInteger(quantity) &&
    quantity > 0 &&
    ['unitPrice', 'discount', 'total'].every((key) => isMinorUnits(line[key])) &&
    Array.isArray(options) &&
    options.every((option) => isFields(option) && isText(option['name']) && isText(option['value']))
  );
}

/** Read a change from `value`; never throws. The hub refuses what fails here with the code `malformed`. */
export function parseChange(value: unknown): ParsedChange {
  const fault = faultOf(value);
  return fault === null ? { ok: true, change: value as Change } : { ok: false, fault };
}

function faultOf(value: unknown): string | null {
  if (!isFields(value) || value['type'] !== 'change') return 'this is not a change';
  if (!isId(value['id']) || !isId(value['shop']) || !isId(value['orderId'])) return 'an id is missing or not valid';
  if (!isRef(value['register']) || !isRef(value['staff'])) return 'the register or the person is not named';
  if (!isUtc(value['at'])) return 'the time is not a UTC time';
  return isKind(value['kind']) ? BODY[value['kind']](value) : 'the kind of change is not one Shopbell knows';
}
