// SPDX-License-Identifier: Apache-2.0

/** Months, seasons, verbs and qualities that are also given names: alternatives of an expression. */
export const wordNames =
  'April|May|June|August|Summer|Autumn|Winter|Will|Mark|Bill|Art|Rich|Pat|Sue|Rob|Grant|Hope|Faith|Grace|Joy|Rose|Dawn|Destiny|Angel|Melody|Harmony|Charity|Al|Ed|Sandy|Misty|Sunny|Jade|Amber|Ruby|Ivy|Iris|Violet|Ginger|Olive|Basil|Sage|Robin|Jay|Frank|Drew|Dean|Gene|Cliff|Heath|Brook';
/** Two initials that people are called by; "NJ" is a state, "IJ" a vein. */
export const initials = '[A-EJ-MOPR-TVW]J|J[B-DRTW]|KC|(?:[A-EJ-MOPR-TVW]\\.J|J\\.[B-DRTW]|K\\.C)\\.';
