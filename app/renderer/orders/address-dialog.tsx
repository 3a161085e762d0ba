import { Button, Group, Modal, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import { ADDRESS_FIELDS, isDeliverable, type ShippingAddress } from '../../../domain/shipping-address.ts';
import { useAct } from '../live/use-act.ts';
import { numberText } from './number-text.ts';
import { VERBATIM } from './verbatim.ts';

const LONGEST_LINE = 200;
const EMPTY: ShippingAddress = {
  name: '',
  phone: '',
  address1: '',
  address2: '',
  city: '',
  postcode: '',
  region: '',
  country: '',
};

/** *Correct address* of an order that is delivered. */
export function AddressDialog(props: { view: OrderView; onClose: () => void }) {
  const { view, onClose } = props;
  const { t } = useTranslation();
  const act = useAct();
  const [seen] = useState(() => ({ address: view.order.shipping, status: view.label }));
  const [typed, setTyped] = useState<ShippingAddress>(seen.address ?? EMPTY);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setTried(true);
    if (busy || !isDeliverable(typed)) return;
    setBusy(true);
    const about = { orderId: view.order.id, seen: seen.address, seenStatus: seen.status };
    if (await act({ kind: 'correct-address', ...about, address: typed })) onClose();
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('orders.correct.addressTitle', { number: numberText(view.order.number) })}
      size={620}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SimpleGrid cols={2} spacing="sm">
          {ADDRESS_FIELDS.map((field) => {
            const needed = field === 'name' || field === 'address1';
            return (
              <TextInput
                {...VERBATIM}
                key={field}
                label={t(`orders.correct.field.${field}`)}
                value={typed[field]}
                onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
                error={tried && needed && !typed[field].trim() ? t('orders.correct.needed') : undefined}
                maxLength={field === 'country' ? 2 : LONGEST_LINE}
                withAsterisk={needed}
                data-testid={`address-${field}`}
              />
            );
          })}
        </SimpleGrid>
        <Text size="sm" c="var(--sb-ink-soft)" mt="md">
          {t('orders.correct.addressSilent')}
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy} data-testid="address-save">
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
