// Unpacks gzip for browsers that cannot do it themselves.
// One invariant: what comes out has the length and the checksum that the data
// names, or there is an error (RFC 1951 and RFC 1952).

const table = (count, entry) => Array.from({ length: count }, (_, place) => entry(place));
/** Bits that follow a word for a length or a distance, and the least that it stands for. */
const LENGTH_BITS = table(29, (word) => (word < 4 || word === 28 ? 0 : (word >> 2) - 1));
const DISTANCE_BITS = table(30, (word) => (word < 2 ? 0 : (word >> 1) - 1));
const least = (bits, first) => bits.map((_, word) => bits.slice(0, word).reduce((sum, count) => sum + 2 ** count, first));
const LENGTHS = least(LENGTH_BITS, 3).with(28, 258);
const DISTANCES = least(DISTANCE_BITS, 1);
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A code by the lengths of its words: how many of each length, and the symbols in order. */
const code = (lengths) => {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  const symbols = [];
  for (let length = 1; length < 16; length += 1) lengths.forEach((own, symbol) => own === length && symbols.push(symbol));
  return { counts, symbols };
};

const FIXED = [
  code(table(288, (symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))),
  code(Array(30).fill(5)),
];

const damaged = () => new RangeError('the packed program is damaged');

const checksum = (bytes) => {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
  }
  return ~sum >>> 0;
};

/** The bytes that the gzip data `packed`, one member without extra fields, stands for. */
export const inflate = (packed) => {
  const tail = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8);
  const out = new Uint8Array(tail.getUint32(4, true));
  let [at, bit, end] = [10, 0, 0];
  const read = (count) => {
    if (at >= packed.length || end > out.length) throw damaged();
    let value = 0;
    for (let place = 0; place < count; place += 1) {
      value |= ((packed[at] >> bit) & 1) << place;
      bit += 1;
      if (bit === 8) [at, bit] = [at + 1, 0];
    }
    return value;
  };
  const word = ({ counts, symbols }) => {
    let [value, first, index] = [0, 0, 0];
    for (let length = 1; length < 16; length += 1) {
      value |= read(1);
      if (value - first < counts[length]) return symbols[index + value - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      value <<= 1;
    }
    throw damaged();
  };
  const dynamic = () => {
    const [literals, distances, words] = [read(5) + 257, read(5) + 1, read(4) + 4];
    const own = Array(19).fill(0);
    for (let place = 0; place < words; place += 1) own[ORDER[place]] = read(3);
    const lengths = [];
    const lengthCode = code(own);
    while (lengths.length < literals + distances) {
      const symbol = word(lengthCode);
      if (symbol < 16) lengths.push(symbol);
      else if (symbol === 16) lengths.push(...Array(read(2) + 3).fill(lengths.at(-1)));
      else lengths.push(...Array(symbol === 17 ? read(3) + 3 : read(7) + 11).fill(0));
    }
    return [code(lengths.slice(0, literals)), code(lengths.slice(literals))];
  };
  const plain = () => {
    if (bit) [at, bit] = [at + 1, 0];
    const length = packed[at] | (packed[at + 1] << 8);
    out.set(packed.subarray(at + 4, at + 4 + length), end);
    at += 4 + length;
    end += length;
  };
  const coded = ([literal, distance]) => {
    for (let symbol = word(literal); symbol !== 256; symbol = word(literal)) {
      if (symbol < 256) {
        out[end] = symbol;
        end += 1;
        continue;
      }
      const length = LENGTHS[symbol - 257] + read(LENGTH_BITS[symbol - 257]);
      const place = word(distance);
      const back = DISTANCES[place] + read(DISTANCE_BITS[place]);
      for (const stop = end + length; end < stop; end += 1) out[end] = out[end - back];
    }
  };
  for (let last = 0; !last; ) {
    last = read(1);
    const kind = read(2);
    if (kind === 0) plain();
    else coded(kind === 1 ? FIXED : dynamic());
  }
  if (end !== out.length || checksum(out) !== tail.getUint32(0, true)) throw damaged();
  return out;
};
