import type { Locale } from "@/lib/core/locale";

/** `site.error` of the messages once more, for a page that no server could give words to; all messages are too many for a browser. */
export const OUTAGE: Record<Locale, Record<"title" | "text" | "retry" | "reference", string>> = {
  en: {
    title: "That did not work",
    text: "Something went wrong on our side. Nothing you entered was booked or paid. Try again, or call the hall.",
    retry: "Try again",
    reference: "Reference: {id}",
  },
  hi: {
    title: "यह नहीं हो पाया",
    text: "हमारी ओर से गड़बड़ हुई। आपका भरा हुआ कुछ भी बुक नहीं हुआ और पैसा नहीं कटा। दोबारा कोशिश करें या हॉल को फ़ोन करें।",
    retry: "दोबारा कोशिश करें",
    reference: "संदर्भ: {id}",
  },
  mr: {
    title: "हे जमले नाही",
    text: "आमच्याकडून काहीतरी चुकले. तुम्ही भरलेले काहीही बुक झाले नाही, पैसेही गेले नाहीत. पुन्हा प्रयत्न करा किंवा हॉलला फोन करा.",
    retry: "पुन्हा प्रयत्न करा",
    reference: "संदर्भ: {id}",
  },
};
