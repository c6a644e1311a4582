// SPDX-License-Identifier: Apache-2.0
import { imei, serial, udi } from '../../lambdas/recognizers/device.ts';
import { recognizes } from './table.ts';

recognizes(udi, {
  finds: [
    ['a device identifier alone', '(01)00844588003288', '(01)00844588003288'],
    [
      'with lot, dates and serial',
      '(01)00844588003288(17)261231(10)A213B1(21)1234',
      '(01)00844588003288(17)261231(10)A213B1(21)1234',
    ],
    ['a serial alone', '(21)XK-1234-77', '(21)XK-1234-77'],
  ],
  ignores: [
    ['a numbered list', '(01) wash hands (21) dry'],
    ['thirteen digits', '(01)0084458800328'],
    ['fourteen digits alone', '00844588003288'],
    ['a list in brackets', '(10) mg (17) tablets'],
  ],
});
recognizes(imei, {
  finds: [['beside the word', 'IMEI 351182189704340', '351182189704340']],
  ignores: [
    ['a wrong check digit', 'IMEI 351182189704341'],
    ['no context', '351182189704340'],
  ],
});
recognizes(serial, {
  finds: [
    ['an implant', 'pacemaker serial number: PJN-884201', 'PJN-884201'],
    ['S/N', 'insulin pump S/N 77120934', '77120934'],
    ['JSON', '{"serial_number":"AB12-9938"}', 'AB12-9938'],
  ],
  ignores: [
    ['serial readings', 'serial troponins were negative'],
    ['serial examinations with a number', 'serial exams every 4 hours'],
    ['no label', 'PJN-884201'],
  ],
});
