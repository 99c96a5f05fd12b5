/** Made-up contacts, the same for the same seed: about 80 characters and one and a half numbers each. */

const given = `Jennifer James Jenny Jens Jenna Mary Robert Patricia John Linda Michael Elizabeth William Barbara David Susan
Richard Jessica Joseph Sarah Thomas Karen Charles Nancy Christopher Lisa Daniel Betty Matthew Margaret Anthony Sandra
Mark Ashley Donald Kimberly Steven Emily Paul Donna Andrew Michelle Joshua Carol Kenneth Amanda Kevin Dorothy Brian
Melissa George Deborah Timothy Stephanie Ronald Rebecca Edward Sharon Jason Laura Jeffrey Cynthia Ryan Kathleen Jacob
Amy Gary Angela Nicholas Shirley Eric Anna Jonathan Brenda Stephen Pamela Larry Emma Justin Nicole Scott Helen Brandon
Samantha Benjamin Katherine Samuel Christine Gregory Debra Alexander Rachel Frank Carolyn Patrick Janet Raymond Maria
Jürgen Günther Søren Zoë Björn François Hélène José María Łukasz Małgorzata Þórdís Çağlar Şükrü Ángel Inês João Ștefan
Ondřej Åsa Ægir Renée Siân Nguyễn Đorđe Žofia Wei Yuki Priya Arjun Fatima Omar Chidi Amara Ivan Olga`.split(/\s+/);

const family = `Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson
Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker
Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter
Roberts Doe Dorsey Dominguez Doyle Donovan Müller Schröder Groß Jørgensen Øster Dvořák Kowalski Wałęsa Nowak Łukasik
Gómez Núñez Peña Björnsson Sørensen Lindström O'Brien O'Connor MacDonald Fernández Castaño Beauséjour Lefèvre Strauß
Weiß Yılmaz Öztürk Popović Đoković Horváth Szabó Papadopoulos Ivanova Petrov Tanaka Suzuki Kim Park Singh Patel Khan
Okafor Adeyemi Mbeki Haddad Cohen`.split(/\s+/);

const syllables = `ba be bi bo bu ca ce co da de di do fa fe fi fo ga go ha he hi ho ja jo ka ke ki ko la le li lo lu ma me mi
mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to tu va ve vi vo wa we za ze zo`.split(/\s+/);

const trades = `Logistics Systems Partners Foods Insurance Motors Consulting Media Pharma Energy Textiles Bank`.split(' ');
const forms = `Inc Ltd GmbH SA AB Corp LLC`.split(' ');
const countries = ['1', '44', '49', '33', '48', '46', '34', '61'];

/** A small, quick, well spread generator of numbers: mulberry32. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All at once. */
export const generate = (...input) => [...eachContact(...input)];

/** One after another, for whoever doesn't hold them all. */
export function* eachContact(count, seed = 42, from = 0) {
  const random = randomFrom(seed + from);
  const of = (list) => list[Math.floor(random() * list.length)];
  const made = () => {
    let name = '';
    for (let left = 2 + Math.floor(random() * 2); left > 0; left -= 1) name += of(syllables);
    return name[0].toUpperCase() + name.slice(1);
  };
  const plain = (text) => text.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase() || 'x';
  const phone = () => {
    let digits = '';
    for (let left = 10; left > 0; left -= 1) digits += Math.floor(random() * 10);
    return `+${of(countries)}${digits}`;
  };
  for (let index = 0; index < count; index += 1) {
    const first = random() < 0.8 ? of(given) : made();
    // Most family names are rare ones.
    const last = random() < 0.4 ? of(family) : made() + of(['son', 'er', 'ski', 'ez', 'o', 'ley', 'man', '']);
    const company = `${made()} ${of(trades)} ${of(forms)}`;
    const phones = [{ number: phone(), type: 'mobile' }];
    if (random() < 0.5) phones.push({ number: phone(), type: 'work' });
    yield {
      id: `c-${from + index}`,
      source: 'crm',
      name: `${first} ${last}`,
      type: 'person',
      phones,
      emails: [`${plain(first)}.${plain(last)}${random() < 0.2 ? Math.floor(random() * 100) : ''}@${plain(company.split(' ')[0])}.example`],
      company,
      updatedAt: 1_700_000_000_000 + index,
    };
  }
}
