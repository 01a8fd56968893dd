/** Numbers as texts, in the spelling that the services are used to. */

/** A whole number in decimal digits, however large it is. */
export function wholeNumber(value: number): string {
  return BigInt(value).toString();
}

/**
 * A number or a truth value as it stands in a query. Six significant digits are what the documents'
 * client sends; a number that needs more keeps them.
 */
export function printed(value: unknown): string {
  if (typeof value === "boolean") {
    return value ? "1" : "0";
  }
  if (typeof value !== "number") {
    return String(value);
  }
  if (Number.isInteger(value)) {
    return wholeNumber(value);
  }
  const short = general(value);
  return Number(short) === value ? short : shortest(value);
}

/** Six significant digits, without zeros at the end; an exponent has at least two digits. */
function general(value: number): string {
  const [digits = "", exponent = "0"] = value.toExponential(5).split("e");
  const power = Number(exponent);
  return power < -4 || power >= 6
    ? withExponent(digits, power)
    : withoutZeros(value.toFixed(Math.max(0, 5 - power)));
}

/** The fewest digits that tell the number from every other. */
export function shortest(value: number): string {
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    return withExponent(digits, power);
  }
  const text = String(value);
  return text.includes("e") ? value.toFixed(decimals(digits) - power) : text;
}

function decimals(digits: string): number {
  return digits.split(".")[1]?.length ?? 0;
}

function withExponent(digits: string, power: number): string {
  const sign = power < 0 ? "-" : "+";
  return `${withoutZeros(digits)}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}

function withoutZeros(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/u, "") : digits;
}

/** JSON without blanks, every number with all its digits. */
export function json(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(json).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{${members.map(([name, each]) => `${json(name)}:${json(each)}`).join(",")}}`;
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? wholeNumber(value) : shortest(value);
  }
  return JSON.stringify(value);
}

/** The same in ASCII. */
export function asciiJson(value: unknown): string {
  return json(value).replace(
    /[\u007f-\uffff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
