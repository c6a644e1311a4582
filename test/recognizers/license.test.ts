// SPDX-License-Identifier: Apache-2.0
import { license } from '../../lambdas/recognizers/license.ts';
import { driverLicense, stateLicense } from '../../lambdas/recognizers/driver-license.ts';
import { recognizes } from './table.ts';

recognizes(license, {
  finds: [
    ['an employee', 'emp # 77120', '77120'],
    ['a Spanish physician’s', 'NoCol: 48 48 10488', '48 48 10488'],
    ['a medical licence', 'medical license #ME104882', 'ME104882'],
    ['a certificate', 'certificate number 20-448812', '20-448812'],
    ['a badge', 'badge no 44120', '44120'],
    ['a Spanish college number', 'NºCol: 28 28 40981', '28 28 40981'],
  ],
  ignores: [
    ['a software licence and a year', 'license 2019 revenue'],
    ['no number', 'lost his license'],
    ['no label', 'ME104882'],
    ['a licence to act', 'licensed since 2004'],
    ['a plan', 'plate 12 of the book'],
    ['licensing', 'licence fee of 4500'],
    ['a board', 'board certified, licensed in PA'],
    ['a level', 'level 3 license'],
  ],
});
recognizes(driverLicense, {
  finds: [
    ['the usual label', "driver's license: D4481-2093", 'D4481-2093'],
    ['the short label', 'DL# S530-4412-8801', 'S530-4412-8801'],
    ['digits alone', 'driving licence no 44812093', '44812093'],
  ],
  ignores: [
    ['a unit of volume', 'glucose 120 mg/dl 1200'],
    ['no number', 'renew my drivers license'],
    ['a year', 'license between 2018 and 2019'],
  ],
});
recognizes(stateLicense, {
  finds: [['a letter and eight digits', 'D44812093', 'D44812093']],
  ignores: [
    ['a letter and seven digits', 'D4481209'],
    ['a letter inside', 'D44T12093'],
    ['lower case', 'd44812093'],
  ],
});
