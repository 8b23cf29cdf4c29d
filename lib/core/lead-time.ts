/** First day of each step of "how long before": within a week, a month, three, six, a year, more. */
export const LEAD_FROM_DAYS = [0, 8, 31, 91, 181, 366] as const;
