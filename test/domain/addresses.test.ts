// An address is the same address however it is written; another house of the street is not.
import { namesAddress } from '../../src/domain/addresses';

const home = ['4711 Larkspur Hollow Road, Apt. 9', 'Springfield, WA 98000'];

test.each([
  '4711 Larkspur Hollow Road, Apt. 9',
  '4711 larkspur hollow rd',
  'At the home of Berta, 4711 LARKSPUR HOLLOW ROAD #9, Springfield',
  'Unit 9; 4711 Larkspur-Hollow Rd.',
  '4711\nLarkspur\nHollow\nRoad',
  '４７１１ Larkspur Hollow Road',
  '4711 Lárkspur Hollow Road',
])('%j names it', (text) => expect(namesAddress(text, home)).toBe(true));

test.each([
  '4712 Larkspur Hollow Road',
  '47110 Larkspur Hollow Road',
  'Larkspur Hollow Road',
  'Springfield, WA 98000',
  'Community house, room 9',
  '',
])('%j does not', (text) => expect(namesAddress(text, home)).toBe(false));

test.each<[string[], string, boolean]>([
  [['Rose Cottage', 'Mill Lane'], 'Rose Cottage, by the mill', true],
  [['c/o Vega', '12 Elm St NE'], '12 Elm Street Northeast', true],
  [['Apt 4, 12 Elm Street'], '12 elm st', true],
  [['', ' '], 'anything', false],
])('%j in %j: %s', (address, text, named) => expect(namesAddress(text, address)).toBe(named));

/** As the postal service of the United States abbreviates them (Publication 28). */
const abbreviations = (
  'Street St, Avenue Ave, Road Rd, Boulevard Blvd, Drive Dr, Lane Ln, Court Ct, Place Pl, Terrace Ter, Circle Cir, Highway Hwy, ' +
  'Parkway Pkwy, Square Sq'
).split(', ');
const directions = [
  'North N',
  'South S',
  'East E',
  'West W',
  'Northeast NE',
  'Northwest NW',
  'Southeast SE',
  'Southwest SW',
];

test.each(abbreviations.map((pair) => pair.split(' ') as [string, string]))('%s and %s are one word', (long, short) => {
  expect(namesAddress(`12 Elm ${short}.`, [`12 Elm ${long}`])).toBe(true);
  expect(namesAddress(`12 Elm ${long}`, [`12 Elm ${short}`])).toBe(true);
  expect(namesAddress('12 Elm Way', [`12 Elm ${long}`])).toBe(false);
});

test.each(directions.map((pair) => pair.split(' ') as [string, string]))(
  '%s and %s are one direction',
  (long, short) => {
    expect(namesAddress(`12 ${short} Elm`, [`12 ${long} Elm`])).toBe(true);
    expect(namesAddress(`12 ${long} Elm`, [`12 ${short}. Elm`])).toBe(true);
    expect(namesAddress('12 Upper Elm', [`12 ${long} Elm`])).toBe(false);
  },
);

test.each(['Apartment', 'Apt', 'Unit', 'Flat', 'Suite', 'Ste', 'Number', 'No'])(
  'what stands after %s is behind the door: the same house without it',
  (word) => {
    expect(namesAddress('12 Elm Street', [`12 Elm Street, ${word} 9`])).toBe(true);
    expect(namesAddress('12 Elm Street', [`12 Elm Street ${word} 9`])).toBe(true);
    expect(namesAddress('12 Elm Street', [`${word} 9`, '12 Elm Street'])).toBe(true);
  },
);
