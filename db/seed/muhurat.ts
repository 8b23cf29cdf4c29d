/** Day numbers by month, so that the lists can be read beside a printed calendar. */
type Year = Record<string, number[]>;

/** Vivah muhurat dates of 2026 as published by Saamana (Marathi daily), 59. */
const PUBLISHED_2026: Year = {
  "2026-02": [5, 6, 8, 10, 12, 14, 19, 20, 21, 24, 25, 26],
  "2026-03": [1, 3, 4, 7, 8, 9, 11, 12],
  "2026-04": [15, 20, 21, 25, 26, 27, 28, 29],
  "2026-05": [1, 3, 5, 6, 7, 8, 13, 14],
  "2026-06": [21, 22, 23, 24, 25, 26, 27, 29],
  "2026-07": [1, 6, 7, 11],
  "2026-11": [21, 24, 25, 26],
  "2026-12": [2, 3, 4, 5, 6, 11, 12],
};

/** Not from any almanac: they only look like one, and say so. */
const DEMO: Year = {
  "2027-01": [18, 20, 23, 24, 27, 30],
  "2027-02": [5, 6, 7, 10, 19, 20, 21, 24, 25, 26],
  "2027-03": [3, 4, 6, 10, 12, 14],
  "2027-04": [18, 19, 21, 23, 25, 26, 28],
  "2027-05": [1, 2, 5, 8, 9, 12, 16, 19, 23, 27, 30],
  "2027-06": [5, 6, 9, 13, 16, 20, 24, 27],
  "2027-07": [2, 4, 8, 11],
  "2027-11": [14, 18, 21, 24, 27, 28],
  "2027-12": [2, 4, 5, 8, 11, 12, 15],
  "2028-01": [17, 19, 22, 23, 26, 29],
  "2028-02": [2, 5, 6, 9, 13, 16, 19, 20, 24, 27],
  "2028-03": [1, 4, 5, 8, 11],
  "2028-04": [16, 19, 22, 23, 27, 30],
  "2028-05": [3, 6, 7, 10, 14, 17, 21, 25, 28],
  "2028-06": [3, 4, 8, 11, 15, 18, 22, 25],
  "2028-07": [1, 2, 6],
  "2028-11": [15, 18, 19, 23, 25, 26, 29],
  "2028-12": [2, 3, 6, 9, 10, 13],
};

const datesOf = (year: Year, source: string) =>
  Object.entries(year).flatMap(([month, days]) =>
    days.map((day) => ({ date: `${month}-${String(day).padStart(2, "0")}`, source })),
  );

/** What a hall begins with: families choose their wedding day by these, so none is made up. */
export const PUBLISHED_MUHURATS = datesOf(PUBLISHED_2026, "Saamana 2026");

/** What the demo halls have, as far as they can be booked. */
export const MUHURAT_DATES = [...PUBLISHED_MUHURATS, ...datesOf(DEMO, "Demo data, not from an almanac")];
