import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import { loadPlant } from '../load-plant.ts';
import { writeFolder } from '../sample-plant.test-data.ts';

const head = `tripline: 1
enterprise: { name: 某厂, uscc: 91370321MA3C000006, sectors: [other] }
units: { U1: { name: 装置 } }
controllers:
  DCS: { role: bpcs, via: direct, endpoint: "modbus://192.0.2.1:502?unit=1", word_order: ABCD }
  SIS: { role: sis, via: direct, endpoint: "s7://192.0.2.20?rack=0&slot=3" }
points: points.csv
`;
const columns = 'tag,controller,address,type,unit,low,high,role,one_means,description,via\n';
const sis = 'TZT-1,SIS,DB1.DBD0,float32,℃,0,200,measurement,,,\n';
const trip = (alarm: string, id = 'F1', solver = 'SIS') =>
  `functions:\n  ${id}:\n    name: 超温\n    unit: U1\n    solver: ${solver}\n    when: [{ of: [TZT-1], trip: { above: 120 ℃, kind: constant }, alarm: { above: ${alarm} } }]\n    then: [{ element: XV-1, to: closed }]\n`;

function remarksOf(functions: string, points: string) {
  const file = writeFolder({ 'plant.yaml': `${head}${functions}`, 'points.csv': `${columns}${sis}${points}` });
  const loaded = loadPlant(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.remarks.map(({ path, asks, because }) => `${asks ? '?' : '!'} ${path}: ${say(because, 'en')}`);
}

describe('what wants a look in a plant file, and is no fault of it', () => {
  it.each([
    ['110 ℃', []],
    ['120 ℃', ['! functions.F1.when[0].alarm: the alarm value 120 ℃ does not come before the trip value 120 ℃']],
    ['130 ℃', ['! functions.F1.when[0].alarm: the alarm value 130 ℃ does not come before the trip value 120 ℃']],
  ])('an alarm at %s beside a trip at 120 ℃', (alarm, said) => {
    expect(remarksOf(trip(alarm), '')).toEqual(said);
  });

  it.each([
    ['the same tag with the name of a system', 'TZT-1.DCS,DCS,40001,float32,℃,0,200,measurement,,,', 2],
    ['another tag', 'TT-1,DCS,40001,float32,℃,0,200,measurement,,,', 0],
    ['a declared mirror', 'TZT_1_PV,DCS,40001,float32,℃,0,200,measurement,,,mirror(SIS)', 0],
    ['a setpoint of that name', 'TT-1,DCS,40001,float32,℃,,,setpoint,,TZT-1 的设定值,', 0],
  ])('one transmitter in both systems: %s', (_, line, count) => {
    expect(remarksOf('', `${line}\n`)).toHaveLength(count);
  });

  it.each([
    ['a letter Z', 'PZSHH-2,DCS,40001,float32,MPa(g),,,setpoint,,,', 1],
    ['words', 'HS-1,DCS,10001,bool,,,,manual-trip,pressed,紧急停车按钮,', 1],
    ['an interlock of the control system', 'TSHH-2,DCS,40001,float32,℃,,,setpoint,,联锁值,', 0],
    ['a limit switch', 'ZSC-2,DCS,10001,bool,,,,feedback,closed,阀全关,', 0],
  ])('a point of the control system with %s', (_, line, count) => {
    const said = remarksOf('', `${line}\n`);
    expect(said).toHaveLength(count);
    for (const each of said) expect(each).toMatch(/^\?.*is named like a point of a safety system and stands in DCS/);
  });

  it('a function that looks like a SIF and is executed by the control system', () => {
    expect(remarksOf(trip('110 ℃', 'SIF-1', 'DCS'), '')).toEqual([
      '? functions.SIF-1: SIF-1 looks like a safety instrumented function and is executed by DCS; is that so?',
    ]);
  });
});
