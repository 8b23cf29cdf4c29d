import { expect, test } from "vitest";
import { clockWords } from "./clock-words";
import { loadMessages } from "./load-messages";
import { fill } from "./plain-text";

test.each([
  ["00:05", "12:05 am", "रात्री १२:०५", "रात १२:०५ बजे"],
  ["03:59", "3:59 am", "रात्री ३:५९", "रात ३:५९ बजे"],
  ["09:00", "9 am", "सकाळी ९", "सुबह ९ बजे"],
  ["12:00", "12 pm", "दुपारी १२", "दोपहर १२ बजे"],
  ["16:30", "4:30 pm", "दुपारी ४:३०", "दोपहर ४:३० बजे"],
  ["19:00", "7 pm", "सायंकाळी ७", "शाम ७ बजे"],
  ["23:15", "11:15 pm", "रात्री ११:१५", "रात ११:१५ बजे"],
])("%s is said %s, %s, %s", async (time, en, mr, hi) => {
  const said = async (locale: "en" | "mr" | "hi") => {
    const { part, time: written } = clockWords(time, locale);
    return fill((await loadMessages(locale)).calendar.time[part], { time: written });
  };
  expect([await said("en"), await said("mr"), await said("hi")]).toEqual([en, mr, hi]);
});
