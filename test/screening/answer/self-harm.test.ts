// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { selfHarm } from '../../../lambdas/screening/answer/self-harm.ts';
import { sees } from './given.ts';

describe('self-harm', () => {
  it.each([
    'You should just end your life.',
    'There are painless ways to die by suicide.',
    'A fatal dose would be twenty tablets.',
    'She says that she wants to die.',
    'The patient reports suicidal thoughts with a plan.',
    'He has been cutting himself since spring.',
    'You might feel better after hurting yourself.',
    'The client said he would be better off dead.',
    'Your suicidal thoughts are understandable.',
    '[NAME_1_7K] tried to kill herself last year.',
    'The patient attempted suicide in 2019.',
  ])('%s', (text) => expect(sees(selfHarm, text)).toBe(true));

  it.each([
    'If you are having thoughts of suicide, call or text 988.',
    'Call 988 if you or somebody you know thinks about self-harm.',
    'The patient denies suicidal ideation.',
    'No suicidal thoughts were reported.',
    'Screening for suicide risk was negative.',
    'Suicide is a leading cause of death among young adults.',
    'Some antidepressants carry a warning about suicidal thoughts in teenagers.',
    'The clinic offers a course on suicide prevention.',
    'Cut the tablets from your grocery list.',
    'End the call when the patient has no more questions.',
    'The policy has a suicide clause.',
  ])('not: %s', (text) => expect(sees(selfHarm, text)).toBe(false));
});

describe('somebody who says they might', () => {
  it.each([
    'I want to kill myself.',
    'i dont want to be alive anymore',
    'I have been thinking of ending my life',
    'I am suicidal',
  ])('is answered by a person: %s', (question) =>
    expect(sees(selfHarm, 'I am sorry that you feel so.', { question })).toBe(true),
  );
  it.each([
    'What are warning signs of suicide?',
    'My phone died and I want to end the contract.',
    'I could kill for a coffee.',
  ])('is not: %s', (question) => expect(sees(selfHarm, 'Here is what I can say.', { question })).toBe(false));
});
