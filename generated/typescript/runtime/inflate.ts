/**
 * Compressed bytes, unpacked at once and within limits: a bomb is told by what it grows to, before it
 * has grown. Browsers unpack in streams only, and `decode` does no I/O and waits for nothing.
 */

import { BodyTooLarge, Malformed } from "./errors.js";

/** Bytes that may come of any number of packed ones. */
const FREE = 1 << 20;
/** What packed bytes may grow to beyond those, times their own number. */
const RATIO = 100;
const LONGEST_CODE = 15;

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];
const LENGTH_EXTRA = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * What a gzip or zlib stream holds.
 *
 * @param packed - One whole stream, and nothing after it.
 * @param most - Bytes that are accepted.
 * @param what - What it is, for messages.
 * @throws Malformed - It is no such stream, is cut off, or goes on after its end.
 * @throws BodyTooLarge - It grows beyond `most` bytes, or, beyond the first 2^20, to more than a hundred
 * times its size.
 */
export function inflated(packed: Uint8Array, most: number, what: string): Uint8Array {
  try {
    return new Stream(packed, new Output(packed.length, most, what)).content();
  } catch (error) {
    if (error instanceof Broken) {
      throw new Malformed(`${what} can't be unpacked: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

class Broken extends Error {}

/** What has been unpacked so far. */
class Output {
  length = 0;
  private bytes = new Uint8Array(1 << 15);

  constructor(
    private readonly taken: number,
    private readonly most: number,
    private readonly what: string,
  ) {}

  content(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  put(byte: number): void {
    this.reserve(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  append(part: Uint8Array): void {
    this.reserve(part.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  repeat(length: number, distance: number): void {
    if (distance > this.length) {
      throw new Broken("it refers to what is before its beginning");
    }
    this.reserve(length);
    const { bytes } = this;
    const end = this.length + length;
    for (let at = this.length; at < end; at += 1) {
      bytes[at] = bytes[at - distance] ?? 0;
    }
    this.length = end;
  }

  private reserve(more: number): void {
    const size = this.length + more;
    if (size <= this.bytes.length) {
      return;
    }
    this.refuseGrowth(size);
    const grown = new Uint8Array(2 * size);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /** Refuse what is too much; asked whenever the memory grows, and at the end. */
  refuseGrowth(size: number): void {
    if (size > this.most) {
      throw new BodyTooLarge(
        `${this.what} grows beyond ${String(this.most)} bytes when it is unpacked`,
      );
    }
    if (size > FREE && size > RATIO * this.taken) {
      throw new BodyTooLarge(
        `${this.what} grows to more than ${String(RATIO)} times its size: ` +
          `${String(this.taken)} bytes make ${String(size)} and more`,
      );
    }
  }
}

/** A table to read one symbol by: for the next bits, the symbol and its number of bits. */
interface Codes {
  readonly bits: number;
  /** The symbol times 16, and the length of its code; 0: no code begins so. */
  readonly table: Uint16Array;
}

/** The codes with these lengths, in the order of the symbols; one code alone may leave others unused. */
function codes(lengths: readonly number[], mayBeOne = true): Codes {
  const bits = Math.max(1, ...lengths);
  const counts = new Array<number>(LONGEST_CODE + 2).fill(0);
  for (const length of lengths) {
    counts[length] = (counts[length] ?? 0) + Number(length > 0);
  }
  const next = new Array<number>(LONGEST_CODE + 2).fill(0);
  let code = 0;
  let left = 1;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    code = (code + (counts[length - 1] ?? 0)) << 1;
    next[length] = code;
    left = (left << 1) - (counts[length] ?? 0);
    if (left < 0) {
      throw new Broken("it has more codes than there can be");
    }
  }
  const coded = lengths.filter((length) => length > 0).length;
  if (left > 0 && coded > 0 && (bits > 1 || !mayBeOne)) {
    throw new Broken("it has too few codes");
  }
  const table = new Uint16Array(1 << bits);
  lengths.forEach((length, symbol) => {
    if (length > 0) {
      const own = next[length] ?? 0;
      next[length] = own + 1;
      for (let at = reversed(own, length); at < table.length; at += 1 << length) {
        table[at] = (symbol << 4) | length;
      }
    }
  });
  return { bits, table };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let at = 0; at < length; at += 1) {
    result = (result << 1) | ((code >> at) & 1);
  }
  return result;
}

function fixedCodes(): { literals: Codes; distances: Codes } {
  const lengths = Array.from({ length: 288 }, (_, at) =>
    at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8,
  );
  return { literals: codes(lengths), distances: codes(new Array<number>(32).fill(5)) };
}

/** A stream that is being read. */
class Stream {
  private at = 0;
  private buffer = 0;
  private count = 0;

  constructor(
    private readonly packed: Uint8Array,
    private readonly out: Output,
  ) {}

  content(): Uint8Array {
    const isGzip = this.packed[0] === 0x1f && this.packed[1] === 0x8b;
    if (isGzip) {
      this.skipGzipHeader();
    } else {
      this.skipZlibHeader();
    }
    while (!this.block()) {
      // Until the last one.
    }
    this.alignToByte();
    this.out.refuseGrowth(this.out.length);
    const content = this.out.content();
    this.refuseWrongSum(content, isGzip);
    if (this.at !== this.packed.length) {
      throw new Broken("it goes on after its end");
    }
    return content;
  }

  private byte(): number {
    const found = this.packed[this.at];
    if (found === undefined) {
      throw new Broken("it is cut off");
    }
    this.at += 1;
    return found;
  }

  /** The next bits, as many as asked for. */
  private take(count: number): number {
    while (this.count < count) {
      this.buffer |= this.byte() << this.count;
      this.count += 8;
    }
    const found = this.buffer & ((1 << count) - 1);
    this.buffer >>>= count;
    this.count -= count;
    return found;
  }

  private symbol(of: Codes): number {
    // At the very end there may be fewer bits than the longest code has.
    while (this.count < of.bits && this.at < this.packed.length) {
      this.buffer |= (this.packed[this.at] ?? 0) << this.count;
      this.at += 1;
      this.count += 8;
    }
    const found = of.table[this.buffer & (of.table.length - 1)] ?? 0;
    const length = found & 15;
    if (length === 0 && this.count >= of.bits) {
      throw new Broken("it has an unknown code");
    }
    if (length === 0 || length > this.count) {
      throw new Broken("it is cut off");
    }
    this.buffer >>>= length;
    this.count -= length;
    return found >> 4;
  }

  /** Forget the rest of a byte, and give whole bytes back. */
  private alignToByte(): void {
    this.at -= this.count >> 3;
    this.buffer = 0;
    this.count = 0;
  }

  /** Read one block; says whether it was the last. */
  private block(): boolean {
    const isLast = this.take(1) === 1;
    const kind = this.take(2);
    if (kind === 0) {
      this.stored();
    } else if (kind === 1) {
      const { literals, distances } = fixedCodes();
      this.compressed(literals, distances);
    } else if (kind === 2) {
      const { literals, distances } = this.ownCodes();
      this.compressed(literals, distances);
    } else {
      throw new Broken("it has a block of an unknown kind");
    }
    return isLast;
  }

  private stored(): void {
    this.alignToByte();
    const length = this.byte() | (this.byte() << 8);
    const inverse = this.byte() | (this.byte() << 8);
    if (length !== (~inverse & 0xffff)) {
      throw new Broken("a stored block has two lengths");
    }
    if (this.at + length > this.packed.length) {
      throw new Broken("it is cut off");
    }
    this.out.append(this.packed.subarray(this.at, this.at + length));
    this.at += length;
  }

  private ownCodes(): { literals: Codes; distances: Codes } {
    const literalCount = this.take(5) + 257;
    const distanceCount = this.take(5) + 1;
    const lengthCount = this.take(4) + 4;
    if (literalCount > 286 || distanceCount > 30) {
      throw new Broken("it has more symbols than there can be");
    }
    const own = new Array<number>(19).fill(0);
    for (const symbol of LENGTHS_ORDER.slice(0, lengthCount)) {
      own[symbol] = this.take(3);
    }
    const lengths = this.lengths(codes(own, false), literalCount + distanceCount);
    if (lengths[256] === 0) {
      throw new Broken("a block has no end");
    }
    return {
      literals: codes(lengths.slice(0, literalCount)),
      distances: codes(lengths.slice(literalCount)),
    };
  }

  private lengths(of: Codes, count: number): number[] {
    const lengths: number[] = [];
    while (lengths.length < count) {
      const symbol = this.symbol(of);
      if (symbol < 16) {
        lengths.push(symbol);
      } else {
        const previous = symbol === 16 ? lengths.at(-1) : 0;
        if (previous === undefined) {
          throw new Broken("it repeats a length before the first one");
        }
        const times =
          symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
        for (let at = 0; at < times; at += 1) {
          lengths.push(previous);
        }
      }
    }
    if (lengths.length > count) {
      throw new Broken("it repeats a length too often");
    }
    return lengths;
  }

  private compressed(literals: Codes, distances: Codes): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol < 256) {
        this.out.put(symbol);
      } else if (symbol === 256) {
        return;
      } else {
        const length = this.longer(LENGTH_BASE[symbol - 257], LENGTH_EXTRA[symbol - 257]);
        const far = this.symbol(distances);
        this.out.repeat(length, this.longer(DISTANCE_BASE[far], DISTANCE_EXTRA[far]));
      }
    }
  }

  private longer(base: number | undefined, extra: number | undefined): number {
    if (base === undefined || extra === undefined) {
      throw new Broken("it has a length or a distance that there is not");
    }
    return base + this.take(extra);
  }

  private skipZlibHeader(): void {
    const first = this.byte();
    const second = this.byte();
    const isWindow = (first & 15) === 8 && first >> 4 <= 7;
    if (!isWindow || ((first << 8) | second) % 31 !== 0 || (second & 32) !== 0) {
      throw new Broken("it has no header");
    }
  }

  private skipGzipHeader(): void {
    const head = Array.from({ length: 10 }, () => this.byte());
    const flags = head[3] ?? 0;
    if (head[2] !== 8 || (flags & 0xe0) !== 0) {
      throw new Broken("it has no header");
    }
    if ((flags & 4) !== 0) {
      const extra = this.byte() | (this.byte() << 8);
      for (let at = 0; at < extra; at += 1) {
        this.byte();
      }
    }
    for (const flag of [8, 16]) {
      while ((flags & flag) !== 0 && this.byte() !== 0) {
        // Until the name, or the comment, ends.
      }
    }
    if ((flags & 2) !== 0) {
      const end = this.at;
      const sum = this.byte() | (this.byte() << 8);
      if (sum !== (crc32(this.packed.subarray(0, end)) & 0xffff)) {
        throw new Broken("its header has a wrong sum");
      }
    }
  }

  private refuseWrongSum(content: Uint8Array, isGzip: boolean): void {
    const bytes = Array.from({ length: isGzip ? 8 : 4 }, () => this.byte());
    const number = (at: number): number =>
      bytes.slice(at, at + 4).reduceRight((sum, byte) => sum * 256 + byte, 0);
    const isWrong = isGzip
      ? number(0) !== crc32(content) || number(4) !== content.length % 2 ** 32
      : bytes.reduce((sum, byte) => sum * 256 + byte, 0) !== adler32(content);
    if (isWrong) {
      throw new Broken("its content has a wrong sum");
    }
  }
}

function adler32(content: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < content.length; start += 3800) {
    for (const byte of content.subarray(start, start + 3800)) {
      low += byte;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}

function crc32(content: Uint8Array): number {
  const table = Uint32Array.from({ length: 256 }, (_, at) => {
    let sum = at;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum & 1) === 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
    }
    return sum;
  });
  let sum = 0xffffffff;
  for (const byte of content) {
    sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
