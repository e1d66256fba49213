/** 三号 as metal type knew it, points: 28 characters fill the 156 mm of the type area. */
export const bodySize = 15.75;
/** 225 mm hold 22 lines. */
export const leading = (225 * 72) / 25.4 / 22 / bodySize;
/** 五号, for tables and what is said about the paper. */
export const noteSize = 10.5;
