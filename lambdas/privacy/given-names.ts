// SPDX-License-Identifier: Apache-2.0

// Common given names that are borne almost only by one sex (US Social Security Administration, names by decade):
// enough to keep "Mr. Smith" from being taken for Mary Smith. An unlisted name says nothing.
const male =
  'aaron adam alan albert alejandro alexander alfred andre andrew anthony antonio arthur benjamin bernard bill billy bob brandon brian bruce bryan carl carlos charles christopher craig daniel david dennis derek donald douglas edward edwin eric ernest eugene francisco frank franklin fred frederick gary george gerald gilbert glenn gregory harold harry henry herbert howard hugh ian isaac ivan jack jacob james jason javier jeffrey jeremy jerome jim jimmy joe joel johannes john johnny jonathan jorge jose joseph joshua juan justin keith kenneth kevin kurt lawrence leonard louis luis manuel marcus mario mark martin matthew michael miguel mike mohamed mohammed nathan neil nicholas norman oscar patrick paul pedro peter philip rafael ralph ramon raymond ricardo richard robert roberto roger ronald russell ryan samuel scott sean sergio stanley stephen steve steven theodore thomas timothy todd tom tony victor vincent walter warren wayne william zachary';
const female =
  'abigail agnes alice alicia amanda amy ana andrea angela anita ann anna anne annie barbara beatrice betty beverly bonnie brenda carmen carol caroline carolyn catherine charlotte cheryl christina christine cindy claire clara crystal cynthia deborah debra denise diana diane donna doris dorothy edith eileen elena elizabeth ellen emily emma esther eva evelyn fatima florence frances gina gloria grace hannah heather helen ida irene jacqueline jane janet janice jean jennifer jessica jill joan joanna joyce juanita judith judy julia julie karen katherine kathleen kathryn katie kelly kim kimberly laura lauren lillian linda lisa lois lori lorraine louise lucia lucy lydia margaret maria marie marilyn marjorie martha mary maureen megan melissa michelle mildred monica nancy natalie nicole norma olga olivia pamela patricia paula pauline phyllis priya rachel rebecca regina rita robin rosa rose ruth sally samantha sandra sara sarah sharon sheila shirley silvia sofia sonia sophia stephanie sue susan suzanne sylvia tammy teresa theresa tiffany tina tracy valerie vanessa veronica victoria virginia wanda wendy yolanda yvonne';

const sexes: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...male.split(' ').map((name): [string, 'm'] => [name, 'm']),
  ...female.split(' ').map((name): [string, 'f'] => [name, 'f']),
]);

/** The sex a given name (lower case) goes with, if it goes with one. */
export const sexOf = (name: string): 'm' | 'f' | undefined => sexes.get(name);
