import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../../domain/order.ts';
import { plainText } from '../../ui/plain-text.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { CopyButton } from '../copy-button.tsx';
import { Card, Fact } from './card.tsx';

/** **Contact Details**: text to read and to copy; nothing here leads away from the register. */
export function ContactCard(props: { contact: Contact }) {
  const { contact } = props;
  const { t } = useTranslation();
  const given = (['name', 'email', 'phone'] as const).filter((each) => contact[each].trim());
  return (
    <Card title={t('orders.detail.contact')} testId="contact-details">
      {given.length === 0 && t('orders.detail.contactNone')}
      {given.map((each) => {
        const name = t(`orders.detail.${each}`);
        return (
          <Fact key={each} name={name} side={<CopyButton text={plainText(contact[each], 2_000)} what={name} />}>
            <Untrusted text={contact[each]} limit={200} />
          </Fact>
        );
      })}
    </Card>
  );
}
