// SPDX-License-Identifier: Apache-2.0

/** Markers, scales, viruses, genes and classes that are written like a code of letters and digits. */
const clinical =
  /^(?:CA[- ]?(?:125|15-3|19-9|27\.29|72-4)|CD-?\d{1,3}|IL-?\d{1,2}|COVID-?19|PHQ-?[289]|GAD-?[27]|SF-?(?:12|36)|EQ-?5D|BRCA-?[12]|HLA-?[A-Z]{1,3}\d{0,2}|HSV-?[12]|HPV-?\d{1,2}|HIV-?[12]|HTLV-?[12]|HHV-?[678]|H\d{1,2}N\d{1,2}|CYP\d[A-Z]\d{1,2}|ICD-?(?:9|10|11)|DSM-?5|NCT\d{8}|T\d[a-c]?-?N\d[a-c]?(?:-?M\d)?|COX-?[12]|SGLT-?2|GLP-?1|PD-?L?-?1|BCL-?\d|FEV-?1|HER-?2|(?:PHASE|GRADE|STAGE|TYPE|CLASS|DAY|WEEK|AGE)[- ]?\d{1,2})(?![A-Z0-9]|-\d{2})/i;

/** Whether something that looks like an identifier is a test, a gene or a class: "CA-125", "PHQ-9 12", "COVID-19". */
export const isClinicalCode = (value: string): boolean => clinical.test(value);
