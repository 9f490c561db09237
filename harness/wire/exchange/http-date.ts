const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const time = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)`;
const month = `(?<month>${months.join('|')})`;

/** The three forms in which a recipient has to read a date; the name of the day is not compared. */
const forms: readonly RegExp[] = [
  new RegExp(String.raw`^[A-Z][a-z]{2}, (?<day>\d\d) ${month} (?<year>\d{4}) ${time} GMT$`),
  new RegExp(String.raw`^[A-Z][a-z]{5,8}, (?<day>\d\d)-${month}-(?<year>\d\d) ${time} GMT$`),
  new RegExp(String.raw`^[A-Z][a-z]{2} ${month} (?<day>[ \d]\d) ${time} (?<year>\d{4})$`),
];

/**
 * Reads an HTTP date in any of its three forms (RFC 9110 section 5.6.7), as milliseconds since 1970; undefined for anything else. A year
 * of two digits that would be more than 50 years after `now` is one of the past.
 */
export function readHttpDate(text: string, now: Date): number | undefined {
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return undefined;
  const number = (name: string): number => Number(parts[name]);
  const year = parts['year']?.length === 2 ? wholeYear(number('year'), now) : number('year');
  const day = Date.UTC(year, months.indexOf(parts['month'] ?? ''), number('day'));
  // A second of 60 is a leap second.
  const isReal = number('hour') < 24 && number('minute') < 60 && number('second') <= 60;
  if (!isReal || new Date(day).getUTCDate() !== number('day')) return undefined;
  return day + ((number('hour') * 60 + number('minute')) * 60 + number('second')) * 1000;
}

function wholeYear(digits: number, now: Date): number {
  const latest = now.getUTCFullYear() + 50;
  const year = latest - (latest % 100) + digits;
  return year > latest ? year - 100 : year;
}
