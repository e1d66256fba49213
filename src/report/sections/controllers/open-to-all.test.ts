import { describe, expect, it } from 'vitest';
import { reportModel } from '../../model.ts';
import { sampleRecord } from '../../sample-record.test-data.ts';

const record = sampleRecord();

/** The controllers section of a record whose controllers all told of this one endpoint. */
function sectionWith(mode: string, users: readonly string[]): string {
  const controllers = record.controllers.map((each) =>
    each.self === undefined ? each : { ...each, self: { ...each.self, endpoints: [{ mode, policy: mode, users }] } },
  );
  return JSON.stringify(reportModel({ ...record, controllers }, 'zh').sections);
}

describe('the controllers of a report', () => {
  it.each([
    ['None', ['Anonymous', 'UserName'], true],
    ['None', ['UserName'], false],
    ['Sign', ['Anonymous'], false],
  ])('with an endpoint %s for %j are remarked as open to everybody: %s', (mode, users, expected) => {
    expect(sectionWith(mode, users).includes('不加密且匿名')).toBe(expected);
  });
});
