// SPDX-License-Identifier: Apache-2.0
import { crossing } from '../../lambdas/recognizers/crossing.ts';
import { recognizes } from './table.ts';

recognizes(crossing, {
  finds: [
    ['a number first', 'hit by a car at 5th & Plume', '5th & Plume'],
    ['the number spelled', 'we stayed near Third and Quill.', 'Third and Quill'],
    ['small letters', 'the accident happend at 5th and alder around 4pm', '5th and alder'],
    ['small letters, the number last', 'lives at oak and 12th', 'oak and 12th'],
    ['a suffix and a number', 'found on Plume St & 3rd, cold', 'Plume St & 3rd'],
    ['a suffix behind the number', 'from 44th St and Quill Ave.', '44th St and Quill Ave.'],
    ['two suffixes', 'the shop on Plume Ave and Quill St, closed', 'Plume Ave and Quill St'],
    ['a number last, after a place word', 'ran a red light at Plume & 9th on', 'Plume & 9th'],
    ['a usual name without a cue', 'meet me 5th & Main', '5th & Main'],
  ],
  ignores: [
    ['ribs', 'fractures of the 5th and 6th ribs'],
    ['toes', 'pain at 4th and 5th toes'],
    ['doses', 'at 1st and 2nd doses, and at Third and Fourth visits'],
    ['burns', 'second and third degree burns'],
    ['a notice', '1st and Final Notice, on 3rd and Last Call'],
    ['days', 'off on Tuesday and 3rd shift, at Monday and 2nd'],
    ['nerves', 'near 3rd and Cranial nerves'],
    ['a month', 'on 5th and October'],
    ['a line of treatment', 'first and second line, on 2nd and Every later cycle'],
    ['words', 'main and only, oak and pine pollen, lake and hill'],
  ],
});
