// SPDX-License-Identifier: Apache-2.0
import { DynamoDBClient, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { admit, windowMs } from '../../lambdas/api/admission.ts';
import { openAllowance, type TenantLimits } from '../../lambdas/aws/allowance.ts';
import { allowedModels } from '../../lambdas/aws/allowed-models.ts';
import { openClients, publishClients } from '../../lambdas/aws/clients.ts';
import { openIntake } from '../../lambdas/aws/intake.ts';
import { openNotify } from '../../lambdas/aws/notify.ts';
import { openSwitch, stoppable } from '../../lambdas/aws/switch.ts';
import type { ModelCall, Models } from '../../lambdas/ports.ts';
import { type Cloud, functionPrincipal, openCloud } from '../stubs/cloud.ts';
import { type EventStub, openEventBus } from '../stubs/events.ts';
import { noon } from './sample-case.ts';

let cloud: Cloud;
let bus: EventStub;
let now = noon;
beforeAll(async () => {
  cloud = await openCloud(noon);
  bus = await openEventBus(new Map([[functionPrincipal.accessKeyId, functionPrincipal]]), 'airlock');
  process.env['AWS_ENDPOINT_URL_EVENTBRIDGE'] = bus.url;
});
afterAll(async () => {
  await cloud.close();
  await bus.close();
});
beforeEach(async () => {
  now = noon;
  cloud.dynamo.fail(undefined);
  bus.fail(undefined);
  bus.refuse(false);
  bus.entries.length = 0;
  await control.send(new DeleteItemCommand({ TableName: 'control', Key: { name: { S: 'switch' } } }));
});
const control = {
  send: (command: PutItemCommand | DeleteItemCommand) =>
    new DynamoDBClient({}).send(command as PutItemCommand),
};
const stop = (value: string) =>
  control.send(
    new PutItemCommand({ TableName: 'control', Item: { name: { S: 'switch' }, stop: { S: value } } }),
  );
const call: ModelCall = { modelId: 'a.b', system: '', messages: [], maxOutputTokens: 1, caseId: 'c' };
const answering: Models = {
  serves: () => true,
  converse: async ({ modelId }) => ({
    text: modelId,
    stopReason: 'end',
    toolCalls: [],
    model: modelId,
    usage: { inputTokens: 0, outputTokens: 0 },
  }),
};

describe('the kill switch', () => {
  const open = () => openSwitch(cloud.connection, 'control', () => now);

  it('stops nothing where nobody has set it', async () => {
    expect(await open()()).toBe('none');
  });

  it.each([
    ['none', 'none'],
    ['model', 'model'],
    ['intake', 'intake'],
    ['something else', 'intake'],
  ])('set to %s is %s', async (set, expected) => {
    await stop(set);
    expect(await open()()).toBe(expected);
  });

  it('is heard of within half a minute, and not asked for at every call', async () => {
    const read = open();
    await read();
    const asked = cloud.dynamo.calls.length;
    await stop('model');
    expect(await read()).toBe('none');
    expect(cloud.dynamo.calls).toHaveLength(asked + 1);
    now += 30_000;
    expect(await read()).toBe('model');
  });

  it('that cannot be read stops model and intake', async () => {
    cloud.dynamo.fail(() => ({ name: 'InternalServerError', status: 500 }));
    await expect(stoppable(answering, open()).converse(call)).rejects.toMatchObject({ name: 'Unavailable' });
    const intake = openIntake(cloud.connection, {
      table: 'control',
      charactersPerSecond: 1,
      clock: () => now,
      limits: {},
      stop: open(),
    });
    await expect(intake.take(1, 'north', 1)).rejects.toMatchObject({ name: 'Unavailable' });
  });

  it.each([
    ['model', true],
    ['intake', true],
    ['none', false],
  ])('at %s: models stopped %s', async (set, stopped) => {
    await stop(set);
    const answer = stoppable(answering, open()).converse(call);
    await (stopped
      ? expect(answer).rejects.toMatchObject({ name: 'Unavailable' })
      : expect(answer).resolves.toBeDefined());
  });
});

describe('what is taken in on AWS', () => {
  const many = { perSecond: 1000, burst: 1000, perDay: 1_000_000 };
  const open = (
    charactersPerSecond: number,
    limits: Record<string, TenantLimits> = { north: many, 'south-west': many },
  ) =>
    openIntake(cloud.connection, {
      table: 'control',
      charactersPerSecond,
      clock: () => now,
      limits,
      stop: async () => 'none',
    });

  it('is counted together by all functions, a tenant at a time, with the window before', async () => {
    const [one, other] = [open(10), open(10)];
    await one.take(7, 'north', 30);
    await other.take(8, 'north', 5);
    await one.take(8, 'south-west', 7);
    const { now: counted, before } = await other.take(8, 'north', 2);
    expect(counted).toEqual({
      north: { used: 7, asked: 7, requests: 2 },
      'south-west': { used: 7, asked: 7, requests: 1 },
    });
    expect(before).toEqual({ north: { used: 30, asked: 30, requests: 1 } });
  });

  it('is given back when it is refused; that it was asked for stays', async () => {
    const intake = open(10);
    await intake.take(20, 'north', 5);
    await intake.giveBack(20, 'north', 5);
    expect((await intake.take(20, 'north', 1)).now).toEqual({ north: { used: 1, asked: 6, requests: 1 } });
  });

  it('is refused beyond the quota with 429, and let in again in the next window', async () => {
    const ports = { intake: open(10), clock: () => now };
    now = noon + 3_600_000;
    const half = (10 * windowMs) / 1000 / 2;
    await admit(ports, 'north', half);
    await admit(ports, 'north', half);
    await expect(admit(ports, 'north', 1)).rejects.toMatchObject({ code: 'throttled' });
    now += 2 * windowMs;
    await expect(admit(ports, 'north', 1)).resolves.toBeUndefined();
  });
});

describe('what a tenant may ask on AWS', () => {
  const limits = {
    north: { perSecond: 2, burst: 3, perDay: 6 },
    south: { perSecond: 2, burst: 3, perDay: 6 },
  };
  const open = () => openAllowance(cloud.connection, { table: 'control', clock: () => now, limits });
  const day = 86_400_000;
  let started = noon + 30 * day;
  beforeEach(() => {
    now = started += 2 * day;
  });

  it('is a burst, then so many a second, whichever instance is asked', async () => {
    const [one, other] = [open(), open()];
    expect([await one('north'), await other('north'), await one('north')]).toEqual([0, 0, 0]);
    expect(await other('north')).toBe(1);
    now += 500;
    expect(await one('north')).toBe(0);
    expect(await other('north')).toBe(1);
  });

  it('is each tenant’s own', async () => {
    const mayAsk = open();
    for (let count = 0; count < 4; count += 1) await mayAsk('north');
    expect(await mayAsk('south')).toBe(0);
  });

  it('is so many a day, and from midnight on as many again', async () => {
    const mayAsk = open();
    const admitted = [];
    for (let count = 0; count < 8; count += 1) {
      admitted.push((await mayAsk('north')) === 0);
      now += 10_000;
    }
    expect(admitted.filter(Boolean)).toHaveLength(6);
    expect(await mayAsk('north')).toBe((day - (now % day)) / 1000);
    now += day - (now % day);
    expect(await mayAsk('north')).toBe(0);
  });

  it('is counted right when many ask at once', async () => {
    const instances = Array.from({ length: 3 }, open);
    const waits = await Promise.all(instances.flatMap((mayAsk) => [mayAsk('north'), mayAsk('north')]));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('is nothing for whom the deployment does not know', () =>
    expect(open()('west')).rejects.toMatchObject({ name: 'Unavailable' }));

  it('is refused with 429 and the seconds to wait; what did not come in is given back', async () => {
    const mayAsk = open();
    const intake = openIntake(cloud.connection, {
      table: 'control',
      charactersPerSecond: 1000,
      clock: () => now,
      limits,
      stop: async () => 'none',
    });
    for (let count = 0; count < 3; count += 1) await mayAsk('south');
    const refused = admit({ intake, clock: () => now }, 'south', 10);
    await expect(refused).rejects.toMatchObject({
      code: 'throttled',
      facts: { headers: { 'retry-after': '1' } },
    });
    const window = Math.floor(now / windowMs);
    expect((await intake.take(window, 'south', 1)).now['south']).toMatchObject({ used: 1, requests: 1 });
  });
});

describe('an event on AWS', () => {
  const event = { tenantId: 'north', caseId: 'c', kind: 'held' as const, at: noon };

  it('has ids, the time and nothing else', async () => {
    await openNotify(cloud.connection, 'airlock')(event);
    expect(bus.entries).toMatchObject([
      {
        Source: 'prompt-airlock',
        DetailType: 'held',
        Detail: JSON.stringify({ tenantId: 'north', caseId: 'c', at: noon }),
      },
    ]);
  });

  it('says what an alert is about', async () => {
    await openNotify(cloud.connection, 'airlock')({ ...event, kind: 'alert', code: 'case-failed' });
    expect(bus.entries[0]?.Detail).toContain('case-failed');
  });

  it('for consoles only is not sent: nobody listens there', async () => {
    await openNotify(cloud.connection, 'airlock')({ ...event, kind: 'claimed' });
    expect(bus.entries).toEqual([]);
  });

  it('that was not accepted is a failure, though the answer is 200', async () => {
    bus.refuse(true);
    await expect(openNotify(cloud.connection, 'airlock')(event)).rejects.toMatchObject({
      name: 'Unavailable',
    });
  });
});

describe('what app clients stand for', () => {
  it('is what the deployment wrote', async () => {
    const given = [{ id: 'batch', tenantId: 'north', groups: ['requester'] }];
    await publishClients(cloud.connection, 'control')(JSON.stringify(given));
    const clientOf = openClients(cloud.connection, 'control');
    expect(await clientOf('batch')).toEqual({ tenantId: 'north', groups: ['requester'] });
    expect(await clientOf('other')).toBeUndefined();
  });

  it.each([
    'x',
    '{}',
    '[{"id":"a","tenantId":"../","groups":["requester"]}]',
    '[{"id":"a","tenantId":"north","groups":["root"]}]',
  ])('is not written from %s', async (given) => {
    await expect(publishClients(cloud.connection, 'control')(given)).rejects.toThrow();
  });
});

describe('the models of a deployment', () => {
  const models = allowedModels(answering, ['us.anthropic.claude-x', 'amazon.nova-y']);

  it.each([
    ['anthropic.claude-x', 'us.anthropic.claude-x'],
    ['us.anthropic.claude-x', 'us.anthropic.claude-x'],
    ['amazon.nova-y', 'amazon.nova-y'],
  ])('%s is called as %s', async (asked, called) => {
    expect(models.serves(asked)).toBe(true);
    expect((await models.converse({ ...call, modelId: asked })).model).toBe(called);
  });

  it.each(['anthropic.claude-z', 'claude-x ', '', 'thropic.claude-x'])('%s is not allowed', async (asked) => {
    expect(models.serves(asked)).toBe(false);
    await expect(models.converse({ ...call, modelId: asked })).rejects.toMatchObject({ name: 'NoModel' });
  });
});
