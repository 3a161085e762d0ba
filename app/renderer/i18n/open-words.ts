import { createInstance, type i18n, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, type Words } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words };
  }
}

/** The function that turns a key into words; a key that does not exist is a type error. */
export type Say = TFunction;

/**
 * The words of the screens. React does the escaping; what customers wrote is never itself read for placeholders
 * (`skipOnVariables`), so that an order cannot borrow our sentences.
 */
export function openWords(): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    showSupportNotice: false,
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnNull: false,
  });
  return words;
}
