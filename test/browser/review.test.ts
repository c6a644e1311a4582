// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { scripted } from '../airlock.ts';
import { testClock } from '../local/machine/test-clock.ts';
import { choose, type Company, openCompany, press, sees } from './company.ts';

// A browser and a server, on a machine that may be busy.
jest.setTimeout(60_000);

const minute = 60_000;
const clock = testClock(Date.now());
const name = /\[NAME_1_[0-9A-Z]{2}\]/;
/** The last: the model's instructions show one as an example. */
const placeholderIn = (shown: string): string => [...shown.matchAll(new RegExp(name, 'g'))].at(-1)?.[0] ?? '';
const models = scripted((shown) =>
  shown.includes('lisinopril')
    ? `${placeholderIn(shown)} takes 10 mg of lisinopril once a day.`
    : `${placeholderIn(shown)} is well.`,
);
const question = 'What dose of lisinopril does Otto Kowalski take?';

let company: Company;
beforeAll(async () => {
  company = await openCompany({ models, clock: () => clock.now(), machine: { clock } });
});
afterEach(async () => {
  expect(await company.leave()).toEqual([]);
});
afterAll(() => company.close());

const settle = () => company.laptop.machine.idle();
const statusOf = async (caseId: string) => (await company.call('rosa', 'GET', `/v1/requests/${caseId}`)).body;
const review = (caseId: string) => `/reviews/${caseId}`;

describe('a held answer', () => {
  it('goes from the requester to a reviewer who edits it, through the checks again, to another who approves it, and back', async () => {
    const rosa = await company.open('rosa', '/');
    await choose(rosa, rosa, 'Policy', 'healthcare');
    await rosa.getByLabel('What do you want to ask?').fill(question);
    await press(rosa, 'Send');
    await sees(rosa, /A person is looking at the answer/);
    const caseId = new URL(rosa.url()).pathname.split('/').at(-1)!;

    const vera = await company.open('vera', '/reviews');
    // What the browser is sent about the review, all of it but the stream of events.
    const told: string[] = [];
    await vera.route(/\/v1\/reviews\/(?!events)/, async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('Kowalski')) told.push(route.request().url());
      await route.fulfill({ response });
    });
    await vera.getByRole('link', { name: `Answer ${caseId.slice(-12)}` }).click();
    await press(vera, 'Claim');
    expect(await vera.locator('body').innerText()).not.toContain('Kowalski');
    await vera.getByRole('button', { name }).first().click();
    const finding = vera.getByRole('dialog');
    await finding.getByRole('button', { name: /^Why do you have to see it/ }).click();
    await vera.getByRole('option', { name: 'To tell people apart' }).click();
    await finding.getByLabel('In words').fill('The same person may be on file twice.');
    await press(finding, 'Show the value');
    await sees(finding, 'Otto Kowalski');
    await press(finding, 'Hide now');
    expect(await finding.innerText()).not.toContain('Kowalski');
    await finding.getByRole('button', { name: 'Close', exact: true }).last().click();

    await press(vera, 'Edit');
    const box = vera.getByLabel('Answer 1');
    await box.fill((await box.inputValue()).replace('10 mg', '5 mg'));
    await sees(vera, 'Draft saved');
    expect(await vera.locator('ins').first().innerText()).toBe('5');
    await press(vera, 'Send through the checks');
    await choose(vera, vera.getByRole('dialog'), 'Reason', 'Content corrected');
    await press(vera, 'Send it');
    await sees(vera, 'The edited text goes through the checks.');
    await settle();
    // The value came once, for the reason that was given, and with nothing else.
    await vera.unrouteAll({ behavior: 'wait' });
    expect(told).toEqual([`${company.laptop.url}/v1/reviews/${caseId}/reveal`]);

    // The dose is still a dose: it is held again, and not for the editor to approve.
    await vera.goto(review(caseId));
    await press(vera, 'Claim');
    await sees(vera, 'You edited this text: another person has to approve it.');
    expect(
      await vera.getByRole('button', { name: 'Approve', exact: true }).getAttribute('aria-disabled'),
    ).toBe('true');
    await vera.getByRole('button', { name: 'More' }).click();
    await vera.getByRole('menuitem', { name: 'Give back' }).click();
    await sees(vera, 'Nobody’s');

    const sofia = await company.open('sofia', review(caseId));
    await sees(sofia, 'What was edited');
    expect(await sofia.locator('del').first().innerText()).toBe('10');
    await press(sofia, 'Claim');
    await press(sofia, 'Approve');
    const exactly = sofia.getByRole('region', { name: 'Approve exactly this?' });
    expect(await exactly.innerText()).toMatch(/\[NAME_1_..\] takes 5 mg of lisinopril once a day\./);
    await press(sofia, 'Approve this text');
    await sees(sofia, 'Approved.');
    await settle();

    const answer = rosa.getByTestId('answer');
    await answer.waitFor();
    expect(await answer.innerText()).toBe('Otto Kowalski takes 5 mg of lisinopril once a day.');
    expect(await answer.locator('mark').allInnerTexts()).toEqual(['Otto Kowalski']);
    await sees(rosa, 'Released to you');
    const earlier = rosa.getByRole('row').filter({ hasText: caseId });
    await sees(earlier, 'Released');
    await sees(earlier, '(shown above)');
  });

  it('that is rejected never reaches the requester, who learns why in a word', async () => {
    const caseId = await company.ask(question);
    const vera = await company.open('vera', review(caseId));
    await press(vera, 'Claim');
    await press(vera, 'Reject');
    const dialog = vera.getByRole('dialog');
    await press(dialog, 'Reject it');
    await sees(dialog, 'Choose a reason.');
    await choose(vera, dialog, 'Reason', 'Unsafe advice');
    await dialog.getByLabel('Note').fill('Ask Otto Kowalski first.');
    await press(dialog, 'Reject it');
    await sees(dialog, /The note contains an identifier/);
    await dialog.getByLabel('Note').fill('A dose is for the treating clinician.');
    await press(dialog, 'Reject it');
    await sees(vera, 'Rejected.');
    await settle();
    expect(await statusOf(caseId)).toMatchObject({ outcome: 'rejected' });
    const rosa = await company.open('rosa', '/');
    const earlier = rosa.getByRole('row').filter({ hasText: caseId });
    await sees(earlier, 'Rejected');
    await earlier.getByRole('link').click();
    await sees(rosa, 'A reviewer did not let this through');
    await sees(rosa, 'The reviewer found the advice unsafe.');
    expect(await rosa.locator('body').innerText()).not.toContain('treating clinician');
    expect(await rosa.getByTestId('answer').count()).toBe(0);

    // What is left of the day is enough at the door, and not for the call with all that the model is told besides.
    const { ports } = company.laptop;
    const { models: asked, tokensPerDay } = ports.policies.current('healthcare')!.policy;
    const budget = { tenantId: 'clinic', day: new Date(clock.now()).toISOString().slice(0, 10) };
    const left = Math.ceil(question.length / 3) + asked[0]!.maxOutputTokens;
    const tokens = tokensPerDay - left - (await ports.cases.spent(budget));
    expect(await ports.cases.spend({ ...budget, tokens, limit: tokensPerDay })).toBe(true);
    await rosa.goto('/');
    await sees(rosa, 'healthcare');
    await rosa.getByLabel('What do you want to ask?').fill(question);
    await press(rosa, 'Send');
    await sees(
      rosa,
      'The budget of your organisation for today is used up. Send it again after midnight UTC',
    );
    await sees(rosa.getByRole('row').filter({ hasText: '(shown above)' }), 'Failed');
    await press(rosa, 'Use this text again');
    expect(await rosa.getByLabel('What do you want to ask?').inputValue()).toBe(question);
    clock.advance(24 * 60 * minute);
  });

  it('that nobody decides expires, which denies', async () => {
    const caseId = await company.ask(question);
    const vera = await company.open('vera', review(caseId));
    await vera.getByRole('button', { name: 'Claim' }).waitFor();
    for (const passed of [60, 180, 1200]) {
      clock.advance(passed * minute);
      await settle();
    }
    expect(await statusOf(caseId)).toMatchObject({ outcome: 'expired' });
    await sees(vera, 'Nobody decided in time, so it was not let through');
    expect(await vera.getByRole('button', { name: 'Claim' }).count()).toBe(0);
    await sees(vera, 'Escalated to the senior reviewers');
  });

  it('that two decide is decided by the first, and the other is told who', async () => {
    const caseId = await company.ask(question);
    const vera = await company.open('vera', review(caseId));
    await press(vera, 'Claim');
    await press(vera, 'Approve');
    await vera.getByRole('button', { name: 'Approve this text' }).waitFor();
    // Her lease runs out while she thinks.
    clock.advance(16 * minute);
    const sofia = await company.open('sofia', review(caseId));
    await press(sofia, 'Claim');
    await press(vera, 'Approve this text');
    await sees(vera, 'sofia has claimed this review meanwhile. Nothing of yours was recorded.');
    await press(sofia, 'Reject');
    await choose(sofia, sofia.getByRole('dialog'), 'Reason', 'Out of scope');
    await sofia.getByRole('dialog').getByLabel('Note').fill('Not for an assistant.');
    await press(sofia, 'Reject it');
    await sees(sofia, 'Rejected.');
    await press(vera, 'Approve this text');
    await sees(vera, /sofia decided first: rejected, .* Nothing of yours was recorded\./);
    await settle();
    expect(await statusOf(caseId)).toMatchObject({ outcome: 'rejected' });
  });

  it('is not lost to its editor when the claim runs out: they claim again and send it', async () => {
    const caseId = await company.ask(question);
    const vera = await company.open('vera', review(caseId));
    await press(vera, 'Claim');
    await press(vera, 'Edit');
    const box = vera.getByLabel('Answer 1');
    await box.fill('Ask the treating clinician.');
    await sees(vera, 'Draft saved');
    clock.advance(16 * minute);
    await press(vera, 'Send through the checks');
    await choose(vera, vera.getByRole('dialog'), 'Reason', 'Content corrected');
    await press(vera, 'Send it');
    await sees(vera, /Claim the review first/);
    await press(vera, 'Cancel');
    await sees(vera, /Your claim has run out/);
    expect(await box.inputValue()).toBe('Ask the treating clinician.');
    await press(vera, 'Claim');
    await press(vera, 'Send through the checks');
    await choose(vera, vera.getByRole('dialog'), 'Reason', 'Content corrected');
    await press(vera, 'Send it');
    await sees(vera, 'The edited text goes through the checks.');
    await settle();
    const { answer } = (await statusOf(caseId)) as { answer: { content: string } };
    expect(answer.content).toBe('Ask the treating clinician.');
  });

  it('that two people have to approve waits for the second, who is somebody else', async () => {
    const caseId = await company.ask(question);
    const juno = await company.open('juno', review(caseId));
    await press(juno, 'Claim');
    await press(juno, 'Approve');
    await press(juno, 'Approve this text');
    await sees(juno, 'Approved. A second person has to approve it too.');
    await settle();
    expect(await statusOf(caseId)).toMatchObject({ status: 'held' });
    await juno.goto(review(caseId));
    await sees(juno, 'You have approved this: a second person has to.');
    await press(juno, 'Claim');
    const approve = juno.getByRole('button', { name: 'Approve', exact: true });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await juno.getByRole('button', { name: 'More' }).click();
    await juno.getByRole('menuitem', { name: 'Give back' }).click();
    await sees(juno, 'Nobody’s');

    const vera = await company.open('vera', review(caseId));
    await sees(vera, 'juno has approved it:');
    await press(vera, 'Claim');
    await press(vera, 'Approve');
    await press(vera, 'Approve this text');
    await sees(vera, /^Approved\.$/);
    await settle();
    expect(await statusOf(caseId)).toMatchObject({ outcome: 'released' });
  });

  it('in which a reviewer sees an identifier that was missed cannot be approved any more, and says why', async () => {
    const caseId = await company.ask(question);
    const vera = await company.open('vera', review(caseId));
    await press(vera, 'Claim');
    await vera.getByRole('button', { name: 'More' }).click();
    await vera.getByRole('menuitem', { name: 'An identifier was missed' }).click();
    const dialog = vera.getByRole('dialog');
    await dialog.getByLabel('The words, exactly as they stand there').fill('lisinopri');
    await choose(vera, dialog, 'What is it?', 'code');
    await press(dialog, 'Keep this');
    await sees(vera, 'Kept with the case: an identifier was missed.');
    await sees(vera, /A reviewer marked an identifier that is still in this text/);
    expect(
      await vera.getByRole('button', { name: 'Approve', exact: true }).getAttribute('aria-disabled'),
    ).toBe('true');
  });
});

it('a test case looks like any other until it is decided, and then says that it was one', async () => {
  const sofia = await company.open('sofia', '/reviews');
  await press(sofia, 'Put in a test case');
  await sofia.getByRole('menuitem', { name: 'A dose ten times too high' }).click();
  await sees(sofia, /A test case waits among the others/);
  const vera = await company.open('vera', '/reviews');
  await vera.getByRole('row').nth(1).getByRole('link').first().waitFor();
  const { items } = (await company.call('vera', 'GET', '/v1/reviews')).body as {
    items: { caseId: string }[];
  };
  const caseId = items.at(-1)!.caseId;
  await vera.goto(review(caseId));
  await press(vera, 'Claim');
  expect(await vera.getByRole('main').innerText()).not.toMatch(/test/i);
  await press(vera, 'Reject');
  await choose(vera, vera.getByRole('dialog'), 'Reason', 'Not in the documents');
  await vera.getByRole('dialog').getByLabel('Note').fill('The plan says something else.');
  await press(vera, 'Reject it');
  await sees(vera, 'Rejected.');
  await vera.goto(review(caseId));
  await sees(vera, 'This was a test with a known answer, and you found it. Nothing came of it.');
});

describe('a prompt that could not be read whole', () => {
  it('is hidden whole, cannot be edited or approved, and can be looked at again', async () => {
    const caseId = await company.ask('Мария Иванова живет в Москве и просит дать ей ответ сегодня вечером.');
    const vera = await company.open('vera', review(caseId));
    await sees(vera, 'The text is hidden whole');
    await sees(vera, 'This cannot be approved as it is');
    expect(await vera.locator('[data-slot="text-0"]').innerText()).toMatch(/^█+$/);
    await press(vera, 'Claim');
    for (const button of ['Approve', 'Edit'])
      expect(
        await vera.getByRole('button', { name: button, exact: true }).getAttribute('aria-disabled'),
      ).toBe('true');
    await vera.getByRole('button', { name: 'More' }).click();
    await vera.getByRole('menuitem', { name: 'Run the checks again' }).click();
    await press(vera, 'Run them again');
    await sees(vera, 'The checks run again.');
  });
});
