import { wordsOf } from '../text/wordsOf.js';
import { phoneType } from './phoneType.js';

/** What a column of a CSV file holds. A phone's may say of what kind: `phone:mobile`. */
export type CsvColumn =
  'id' | 'name' | 'given' | 'family' | 'company' | 'email' | 'phone' | `phone:${string}` | 'type' | 'ignore';

/** Which column holds what, by the names in the file's first line. Columns that it doesn't name are recognized. */
export type CsvMapping = Readonly<Partial<Record<string, CsvColumn>>>;

const has = (words: string): ((text: string) => boolean) => {
  const expression = new RegExp(`(^| )(${words.trim().replace(/\s+/g, '|')})`);
  return (text) => expression.test(text);
};

// Folded, and in several languages; an underscore joins what stands apart. The first that fits is taken, so that "e-mail
// address" is an e-mail, "company name" a company and "last name" a family name.
const isLabel = has('type$ label art$ typ$ etichetta etiqueta etykieta libelle$');
const isEmail = has('e.mail email mail courriel correo posta.elettronica mejl');
const isFax = has('fax telefax faks telecopie');
const isPhone = has(
  'phone telephone tel telefon telefono telefone telefoon telefonnummer mobile mobil mobiel movil cell celular cellulare handy portable gsm rufnummer festnetz numero.de.telephone komorka pager',
);
const isCompany = has(
  'company organi.ation firma unternehmen entreprise societe empresa azienda societa bedrijf organisatie firma przedsiebiorstwo account',
);
const isGiven = has(
  'first.?name given vorname prenom nombre.de.pila primer.nombre nome.proprio primeiro.nome voornaam imie',
);
const isFamily = has(
  'last.?name family surname nachname familienname nom.de.famille apellido cognome sobrenome apelido achternaam nazwisko',
);
const isName = has('full.?name display.?name name$ anzeigename nom nombre nome naam nazwa contact$ kontakt$');
const isId = (text: string): boolean =>
  /^(id|uid|uuid|contact id|customer id|external id|kundennummer|nr)$/.test(text);

/** What a column holds by its name; `undefined` for what is no contact's. */
export function csvColumn(header: string): CsvColumn | undefined {
  const text = wordsOf(header).join(' ');
  if (isId(text)) return 'id';
  if (isLabel(text)) return undefined;
  if (isEmail(text)) return 'email';
  if (isPhone(text) || isFax(text)) return `phone:${phoneType([text])}`;
  if (isFamily(text)) return 'family';
  if (isGiven(text)) return 'given';
  if (isCompany(text)) return 'company';
  if (isName(text)) return 'name';
  return undefined;
}
