// SPDX-License-Identifier: Apache-2.0

/** Family and given names that are ordinary words, months and qualities: in lower case. */
const words = new Set(
  `able abbott alder amber april archer ash ashley august autumn baker banks barber barker baron basil bass bean bear bell best bill bird bishop
  black blue bolt bond bone booth bowers branch brand bridges bright brook brooks brown bull burns bush butler cannon carpenter carver case cash
  castle chance charity chase chip christian church clay clement cliff close cook cotton court crane cross crow crystal curry daisy dale dawn day
  dean diamond dove drew duke eagle earl early earnest east eden english faith field fields fish fisher flood flowers ford forest fox frank french
  friend frost fuller gale gardener gates gene ginger glass glen gold golden good grace grant gray green hail hall ham hand hardy harmony hart
  hatch hawk head heart heath hill holly hood hope horn house hunter hurt iris irons ivory ivy jack jade jewel josh joy judge july june justice keen
  key king kitchen knight lake lamb land lane large law leaf lemon light lily little lock long love major marble march mark marsh mason may mead
  melody mercy merit miles mills mobile monk moon moss nice night noble north nurse oaks olive opal orange page paige palm paris parish park parker
  pat patience pearl penny pepper phoenix pike piper pitt plant pool pope porter pound powers price priest prince prudence queen quick rain rains
  ranger ray read reading reason red reed rich rice ring river rivers rob robin rock root rose rosemary rowan royal ruby rush rust rusty sage salem
  sandy savage school sellers shade sharp shepherd shields ship short silver simple singer skinner sky small smart snow south speed spring star stella
  sterling stern still stone storm street strong sue sugar summer summers sunny swan sweet swift taylor temple terry thorn towns train trinity turner
  victor violet wade walker wall walls ward ware wash waters way weaver webb weeks wells west wheat white wild will winter winters wire wise wolf
  wood woods worth wren yard york young center clinic county general hospital medical memorial saint university`.split(
    /\s+/,
  ),
);

/** Whether part of a name, in lower case, is also a word that stands in texts without meaning anybody. */
export const isOrdinaryName = (plain: string): boolean => words.has(plain);
