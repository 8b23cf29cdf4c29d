import type { LocalText } from "@/lib/core/locale";

export const HOUSE_RULES: LocalText[] = [
  {
    en: "Music and loudspeakers stop at 10 pm, as the law requires.",
    hi: "कानून के अनुसार रात 10 बजे संगीत और लाउडस्पीकर बंद होते हैं।",
    mr: "कायद्यानुसार रात्री १० वाजता संगीत आणि ध्वनिक्षेपक बंद होतात.",
  },
  {
    en: "For a wedding, bring age proof of the bride (18) and the groom (21).",
    hi: "विवाह के लिए वधू (18) और वर (21) की आयु का प्रमाण लाएँ।",
    mr: "लग्नासाठी वधू (१८) आणि वर (२१) यांच्या वयाचा दाखला आणावा.",
  },
  {
    en: "No alcohol and no firecrackers inside the premises.",
    hi: "परिसर में शराब और पटाखों की अनुमति नहीं है।",
    mr: "परिसरात मद्यपान व फटाके यांना परवानगी नाही.",
  },
  {
    en: "Electricity is charged by the meter at check-out, ₹25 a unit, against the deposit.",
    hi: "बिजली का शुल्क मीटर के अनुसार ₹25 प्रति यूनिट, अंत में अनामत से लिया जाता है।",
    mr: "विजेचे बिल मीटरप्रमाणे ₹२५ प्रति युनिट, शेवटी अनामत रकमेतून घेतले जाते.",
  },
];

export const TERMS: LocalText = {
  en: "The date is yours once the booking is confirmed. The balance is due before the first function. The security deposit is paid on the day and returned after the hall is checked, less electricity, damage and extra hours. Cancelling returns the share shown for the days left. One date change is free, if asked for in time and if the hall is open.",
  hi: "बुकिंग पक्की होने पर तारीख आपकी है। शेष राशि पहले कार्यक्रम से पहले देनी है। अनामत उसी दिन जमा होती है और हॉल की जाँच के बाद बिजली, टूट-फूट और अतिरिक्त घंटे काटकर लौटाई जाती है। रद्द करने पर बचे दिनों के अनुसार दिखाया गया हिस्सा लौटता है। समय पर कहने और हॉल खाली होने पर तारीख एक बार निःशुल्क बदली जा सकती है।",
  mr: "बुकिंग निश्चित झाल्यावर तारीख तुमची. उर्वरित रक्कम पहिल्या कार्यक्रमाआधी भरावी. अनामत रक्कम त्या दिवशी घेतली जाते आणि कार्यालय तपासल्यावर वीज, मोडतोड व जादा तास वजा करून परत मिळते. रद्द केल्यास उरलेल्या दिवसांप्रमाणे दाखवलेला हिस्सा परत मिळतो. वेळेत सांगितल्यास आणि कार्यालय रिकामे असल्यास तारीख एकदा मोफत बदलता येते.",
};

export const PRIVACY: LocalText = {
  en: "We keep your name, phone number and booking only to serve you, and as long as the tax law asks. We do not sell them. Ask at the office to see or correct them.",
  hi: "आपका नाम, फ़ोन नंबर और बुकिंग हम केवल आपकी सेवा के लिए और कर कानून की अवधि तक रखते हैं। इन्हें बेचते नहीं। देखने या सुधारने के लिए कार्यालय में पूछें।",
  mr: "तुमचे नाव, फोन क्रमांक आणि बुकिंग आम्ही फक्त तुमच्या सेवेसाठी आणि कर कायद्याच्या मुदतीपुरते ठेवतो. ते विकत नाही. पाहण्यासाठी किंवा दुरुस्तीसाठी कार्यालयात सांगा.",
};
