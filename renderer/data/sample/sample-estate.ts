import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import sample from '../../../resources/sample/estate.json';
import { departmentInput, holdsRole, personInput, roleSchema } from '../../../shared/domain/person.ts';
import { buildingInput, householdInput, outsideNumberInput, unitInput } from '../../../shared/domain/property.ts';
import { DEFAULT_NUMBER_FORMATS } from '../../../shared/domain/number-series.ts';
import { defaultPostage } from '../../../shared/domain/postage.ts';
import { defaultRules, deskSettings, estateSettings } from '../../../shared/domain/settings.ts';
import type { HolidayYear } from '../../../shared/domain/working-days.ts';
import type { loadSampleInput } from '../operations/load-sample.ts';

type Loaded = z.output<typeof loadSampleInput>;

/** The PIN of everybody in the sample estate, shown on its lock screen. */
export const SAMPLE_PIN = sample.pin;

export interface SampleEstate {
  input: Loaded;
  /** Who gets the PIN: everybody with a role. The first one may manage staff. */
  withPin: { personId: string; mayManage: boolean }[];
}

/** Floor and room as on the door: floor 15, room 2 → `1502`. */
function roomName(floor: number, room: number): string {
  return `${floor}${String(room).padStart(2, '0')}`;
}

function makePlaces(stewards: readonly string[]): Pick<Loaded, 'buildings' | 'units'> {
  const buildings: Loaded['buildings'] = [];
  const units: Loaded['units'] = [];
  const aliases = new Map<string, string[]>(Object.entries(sample.aliases));
  const addUnit = (name: string, fields: Partial<z.input<typeof unitInput>>) =>
    units.push({ ...unitInput.parse({ name, aliases: aliases.get(name) ?? [], ...fields }), id: newId() });

  for (const building of sample.buildings) {
    const buildingId = newId();
    const stewardId = stewards[building.number <= 6 ? 0 : 1] ?? '';
    buildings.push({ ...buildingInput.parse({ name: `${building.number}${sample.buildingMark}`, stewardId }), id: buildingId });
    const entrances = building.units.length === 0 ? [''] : building.units.map((unit) => `${unit}-`);
    for (const entrance of entrances) {
      for (let floor = 1; floor <= building.floors; floor += 1) {
        for (let room = 1; room <= building.rooms; room += 1) {
          const areaHundredths = 8900 + room * 1250;
          addUnit(`${building.number}-${entrance}${roomName(floor, room)}`, { buildingId, areaHundredths, handoverDate: '2021-06-30' });
        }
      }
    }
  }
  for (let at = 0; at < sample.parking.count; at += 1)
    addUnit(`${sample.parking.level}-${sample.parking.from + at}`, { kind: 'parkingSpace' });
  for (const name of sample.shops) addUnit(name, { kind: 'shop' });
  for (const name of sample.publicPlaces) addUnit(name, { kind: 'publicPlace' });
  return { buildings, units };
}

/** Every third flat that nobody named in the sample lives in gets a made-up household, always the same one. */
function makeHouseholds(units: Loaded['units']): Loaded['households'] {
  const surnames = [...sample.surnames];
  const idOf = new Map(units.map((unit) => [unit.name, unit.id]));
  const address = (unit: string) => ({
    postalAddress: `${sample.estate.estateAddress} ${sample.estate.estate} ${unit}`,
    postcode: sample.estate.postcode,
  });
  const named = sample.households.map(({ unit, ...fields }) => ({
    ...householdInput.parse({ unitId: idOf.get(unit) ?? '', postalName: fields.members[0]?.name ?? '', ...address(unit), ...fields }),
    id: newId(),
  }));
  const taken = new Set(named.map((household) => household.unitId));
  const others = units
    .filter((unit) => unit.kind === 'flat' && !taken.has(unit.id))
    .flatMap((unit, at) => {
      if (at % 3 !== 0) return [];
      const surname = surnames[(at * 7) % surnames.length] ?? '';
      const given = sample.givenNames[(at * 5) % sample.givenNames.length] ?? '';
      const name = `${surname}${given}`;
      const phone = `139${String(57_100_000 + at * 137).padStart(8, '0')}`;
      return [
        { ...householdInput.parse({ unitId: unit.id, members: [{ name, phone }], postalName: name, ...address(unit.name) }), id: newId() },
      ];
    });
  return [...named, ...others];
}

/** Builds the sample estate: `resources/sample/estate.json` with its ids made and its flats drawn up floor by floor. */
export function buildSampleEstate(language: 'zh' | 'en', holidays: readonly HolidayYear[]): SampleEstate {
  const departmentIds = new Map(sample.departments.map((department) => [department.key, newId()]));
  const people = sample.people.map(({ department, roles, ...fields }) => {
    const organisation = sample.departments.find((one) => one.key === department)?.organisation;
    const checked = personInput.parse({
      ...fields,
      organisation,
      roles: roles.map((role) => roleSchema.parse(role)),
      departmentId: departmentIds.get(department) ?? '',
    });
    return { ...checked, id: newId() };
  });
  const idOfPerson = new Map(people.map((person) => [person.name, person.id]));
  const departments = sample.departments.map(({ key, head, ...fields }) => ({
    ...departmentInput.parse({ ...fields, headId: idOfPerson.get(head) ?? '' }),
    id: departmentIds.get(key) ?? newId(),
  }));
  const stewards = people.filter((person) => person.roles.includes('steward')).map((person) => person.id);
  const places = makePlaces(stewards);
  const input: Loaded = {
    language,
    settings: {
      estate: estateSettings.parse({ ...sample.estate, deskDepartmentId: departmentIds.get('desk') ?? '' }),
      rules: defaultRules(),
      desk: deskSettings.parse({ code: 'A' }),
      numbers: DEFAULT_NUMBER_FORMATS,
      postage: defaultPostage(),
    },
    people,
    departments,
    ...places,
    households: makeHouseholds(places.units),
    outsideNumbers: sample.outsideNumbers.map((entry) => ({ ...outsideNumberInput.parse(entry), id: newId() })),
    holidays: [...holidays],
  };
  const withPin = people
    .filter((person) => person.roles.length > 0)
    .map((person) => ({ personId: person.id, mayManage: holdsRole(person, 'supervisor') }));
  return { input, withPin };
}
