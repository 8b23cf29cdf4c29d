const DELIMITERS = [",", ";", "\t"] as const;

/** The text of a file as spreadsheets save it: UTF-8 with or without its mark, UTF-16, or else Windows' own Latin. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Lines of cells, by RFC 4180 and as people's files are: separated by comma, semicolon or tab, whichever the first lines
 * use, quoted or not. Empty lines stay, so that a line's place is its number in the spreadsheet.
 */
export function readCsv(text: string): string[][] {
  const source = text.replace(/^\ufeff/, "");
  const delimiter = delimiterOf(source);
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < source.length) {
    const cell = source[at] === '"' ? quoted(source, at) : plain(source, at, delimiter);
    cells.push(unguarded(cell.text));
    at = cell.end;
    if (source[at] === delimiter) {
      at++;
      // A line that ends in a delimiter ends in an empty cell.
      if (at < source.length && source[at] !== "\n" && source[at] !== "\r") continue;
      cells.push("");
    }
    at += source[at] === "\r" && source[at + 1] === "\n" ? 2 : 1;
    lines.push(cells);
    cells = [];
  }
  if (cells.length > 0) lines.push(cells);
  return lines;
}

/** What keeps a spreadsheet from running a cell (`csvOf` writes it) is no part of the text. */
const unguarded = (text: string) => text.replace(/^'(?=\s*[=+\-@\t\r])/, "");

type Cell = { text: string; end: number };

/** From its opening quote to what follows the closing one; a quote that never closes takes the rest. */
function quoted(source: string, start: number): Cell {
  let text = "";
  let at = start + 1;
  for (;;) {
    const close = source.indexOf('"', at);
    if (close < 0) return { text: text + source.slice(at), end: source.length };
    text += source.slice(at, close);
    if (source[close + 1] !== '"') return { text, end: close + 1 };
    text += '"';
    at = close + 2;
  }
}

function plain(source: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < source.length && source[end] !== delimiter && source[end] !== "\n" && source[end] !== "\r") end++;
  return { text: source.slice(start, end), end };
}

/** The one that most of the first lines hold; outside of quotes. */
function delimiterOf(source: string): string {
  const head = source.slice(0, 10_000).replace(/"[^"]*"/g, "");
  const lines = head.split(/\r\n|\r|\n/).slice(0, 10);
  const score = (delimiter: string) => lines.filter((line) => line.includes(delimiter)).length;
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => score(b) - score(a) || count(b) - count(a))[0] ?? ",";
}
