import { MUHURAT_DATES } from "./muhurat";
import type { TenantRecipe, VenueRecipe } from "./recipe";
import { dearDays, pricesOf, SESSIONS, seasons } from "./sessions";
import { HOUSE_RULES, PRIVACY, TERMS } from "./terms";

export const nanded: TenantRecipe = {
  slug: "nanded",
  name: { en: "Godavari Lawns", hi: "गोदावरी लॉन्स", mr: "गोदावरी लॉन्स" },
  tagline: {
    en: "Open skies beside the river",
    hi: "नदी किनारे खुले आसमान के नीचे",
    mr: "नदीकाठी मोकळ्या आकाशाखाली",
  },
  locale: "mr",
  numberPrefix: "NAN",
  phone: "+919800000001",
  whatsapp: null,
  email: "hello@godavarilawns.example",
  gstin: "27AABCG5678B1Z2",
  legalName: "Godavari Lawns LLP",
  brandColour: "#0f5c63",
  privacy: PRIVACY,
};

export const godavari = (year: number): VenueRecipe => ({
  slug: "godavari-lawns",
  name: nanded.name,
  about: {
    en: "A wide lawn on the bank of the Godavari, with a banquet hall for the rains.",
    hi: "गोदावरी के तट पर विशाल लॉन, और बारिश के लिए एक बैंक्वेट हॉल।",
    mr: "गोदावरीच्या काठावर विस्तीर्ण लॉन, आणि पावसाळ्यासाठी एक बँक्वेट हॉल.",
  },
  address: {
    en: "Vishnupuri Road, Nanded 431606, Maharashtra",
    hi: "विष्णुपुरी रोड, नांदेड़ 431606, महाराष्ट्र",
    mr: "विष्णुपुरी रोड, नांदेड ४३१६०६, महाराष्ट्र",
  },
  latitude: 19.1106,
  longitude: 77.2899,
  phone: nanded.phone,
  whatsapp: null,
  amenities: [
    { en: "Parking for 300 cars", hi: "300 कारों की पार्किंग", mr: "३०० गाड्यांसाठी पार्किंग" },
    { en: "Twelve guest rooms", hi: "बारह अतिथि कक्ष", mr: "बारा अतिथी खोल्या" },
    { en: "Own caterer allowed", hi: "अपना कैटरर ला सकते हैं", mr: "स्वतःचा केटरर आणता येतो" },
  ],
  included: [
    { en: "Stage, chairs and sofas", hi: "मंच, कुर्सियाँ और सोफ़े", mr: "मंच, खुर्च्या आणि सोफे" },
    { en: "Lawn lighting", hi: "लॉन की रोशनी", mr: "लॉनची रोषणाई" },
  ],
  houseRules: HOUSE_RULES,
  illustration: "river",
  settings: {
    timeZone: "Asia/Kolkata",
    currency: "INR",
    setupMinutes: 30,
    cleanupMinutes: 30,
    leadMinutes: 1440,
    horizonMonths: 24,
    minMinutes: 180,
    maxMinutes: 2880,
    holdMinutes: 15,
    answerMinutes: 2880,
    confirmation: "advance_paid_and_approval",
    payAtHall: false,
    customTimes: "none",
  },
  paymentTerms: { advance: { kind: "percent", percent: 50 }, balanceDueDays: 15, depositPaise: 5_000_000 },
  cancellationTerms: {
    tiers: [
      { daysBefore: 90, refundPercent: 80 },
      { daysBefore: 60, refundPercent: 50 },
      { daysBefore: 30, refundPercent: 25 },
    ],
    freeDateChanges: 1,
    dateChangeDaysBefore: 60,
  },
  termsText: TERMS,
  spaces: [
    {
      key: "lawn",
      name: { en: "River lawn", hi: "नदी लॉन", mr: "नदीकाठचे लॉन" },
      about: {
        en: "Space for 2,000 guests, facing the water.",
        hi: "पानी की ओर मुख किए 2,000 अतिथियों की जगह।",
        mr: "पाण्याकडे तोंड करून २,००० पाहुण्यांसाठी जागा.",
      },
      capacity: 2000,
      illustration: "lawn",
    },
    {
      key: "hall",
      name: { en: "Banquet hall", hi: "बैंक्वेट हॉल", mr: "बँक्वेट हॉल" },
      about: {
        en: "Air-conditioned, for 400 guests.",
        hi: "वातानुकूलित, 400 अतिथियों के लिए।",
        mr: "वातानुकूलित, ४०० पाहुण्यांसाठी.",
      },
      capacity: 400,
      illustration: "hall",
    },
    {
      key: "whole",
      name: { en: "Whole venue", hi: "पूरा परिसर", mr: "संपूर्ण परिसर" },
      about: {
        en: "Lawn and banquet hall together.",
        hi: "लॉन और बैंक्वेट हॉल एक साथ।",
        mr: "लॉन आणि बँक्वेट हॉल एकत्र.",
      },
      capacity: 2200,
      illustration: "whole",
      parts: ["lawn", "hall"],
    },
  ],
  slots: SESSIONS,
  prices: [
    ...pricesOf("lawn", { evening: 60_000, "full-day": 85_000, "hall-day": 95_000 }),
    ...pricesOf("hall", { morning: 30_000, evening: 40_000, "full-day": 62_000 }),
    ...pricesOf("whole", { "full-day": 130_000, "hall-day": 140_000 }),
  ],
  rules: [
    ...dearDays("lawn", 15_000, 20_000, 15_000),
    ...dearDays("hall", 8_000, 10_000, 8_000),
    ...dearDays("whole", 20_000, 30_000, 20_000),
    ...seasons(year, 8, 20),
  ],
  addOns: [
    {
      key: "buffet",
      name: { en: "Veg buffet", hi: "शाकाहारी बुफ़े", mr: "शाकाहारी बुफे" },
      about: {
        en: "Twelve dishes and two sweets.",
        hi: "बारह व्यंजन और दो मिठाइयाँ।",
        mr: "बारा पदार्थ आणि दोन गोड पदार्थ.",
      },
      unit: "guest",
      rupees: 420,
      gstRate: 5,
      sac: "996334",
    },
    {
      key: "lights",
      name: { en: "Festive lights", hi: "उत्सव की रोशनी", mr: "उत्सवी रोषणाई" },
      about: {
        en: "Lights on the trees and the drive.",
        hi: "पेड़ों और मार्ग पर रोशनी।",
        mr: "झाडांवर आणि मार्गावर रोषणाई.",
      },
      unit: "booking",
      rupees: 25_000,
      gstRate: 18,
      sac: "998596",
      maxQuantity: 1,
    },
    {
      key: "generator",
      name: { en: "Generator", hi: "जनरेटर", mr: "जनरेटर" },
      about: { en: "Diesel included.", hi: "डीज़ल सहित।", mr: "डिझेलसह." },
      unit: "hour",
      rupees: 3_500,
      gstRate: 18,
      sac: "997329",
      maxQuantity: 24,
    },
  ],
  muhuratDates: MUHURAT_DATES,
});
