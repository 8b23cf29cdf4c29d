import { expect, test } from "vitest";
import { fieldOfHeading, findHeader, guessColumns, guessMapping } from "./import-fields";

test("columns are known by their headings, in three languages", () => {
  const known = (headings: string) => guessColumns({ headings: headings.split("|"), lines: [] });
  expect(
    known("Date|Hall|Session|Customer name|Mobile|Function|Guests|Total amount|Advance|Advance date|Mode|Remarks"),
  ).toEqual({
    ...{
      date: 0,
      space: 1,
      session: 2,
      name: 3,
      phone: 4,
      title: 5,
      guests: 6,
      total: 7,
      paid: 8,
      paidOn: 9,
      method: 10,
      note: 11,
    },
  });
  expect(known("दिनांक|जागा|वेळ|नाव|मोबाईल|कार्यक्रम|एकूण रक्कम|अग्रिम|शेरा")).toEqual({
    ...{ date: 0, space: 1, session: 2, name: 3, phone: 4, title: 5, total: 6, paid: 7, note: 8 },
  });
  expect(known("तारीख|हॉल|सत्र|नाम|फ़ोन|आयोजन|मेहमान|कुल राशि|एडवांस")).toEqual({
    ...{ date: 0, space: 1, session: 2, name: 3, phone: 4, title: 5, guests: 6, total: 7, paid: 8 },
  });
  expect(fieldOfHeading("Sr. no")).toBeNull();
});

test("headings may stand below a title, and a file may have none", () => {
  expect(findHeader([["Bookings 2027"], [""], ["Date", "Hall", "Phone"], ["14/02/2027", "Lawn", "9876543210"]])).toBe(
    2,
  );
  expect(findHeader([["14/02/2027", "Lawn", "9876543210"]])).toBeNull();
});

test("without headings, dates and phones are known by how they look, and the order of dates by what exists", () => {
  const lines = [
    ["1", "02/14/2027", "Patil", "9876543210"],
    ["2", "02/15/2027", "Kale", "98765 43211"],
  ];
  expect(guessColumns({ headings: [], lines: [["1", "14/2/27", "Patil", "9876543210"]] })).toEqual({
    date: 1,
    phone: 3,
  });
  expect(guessMapping({ headings: ["", "Date"], lines }, "2026-11-22").dateOrder).toBe("mdy");
});
