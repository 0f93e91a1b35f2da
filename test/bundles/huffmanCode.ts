/** A canonical Huffman code: for each symbol its length in bits (0: not used) and its bits. */
export interface HuffmanCode {
  readonly lengths: Uint8Array;
  readonly codes: Uint32Array;
}

/**
 * A complete canonical code for the given frequencies with no code longer than `maxBits`. A lone symbol gets a
 * partner, because readers refuse incomplete codes; without any symbol all lengths are 0.
 */
export function huffmanCode(frequencies: Uint32Array, maxBits: number): HuffmanCode {
  let weights = Array.from(frequencies);
  const used = weights.filter((weight) => weight > 0).length;
  if (used === 1) {
    weights[weights[0] === 0 ? 0 : 1] = 1;
  }
  let lengths = used === 0 ? new Uint8Array(weights.length) : lengthsOf(weights);
  // Flattening the frequencies shortens the longest codes; with all weights equal the code is as short as can be.
  while (lengths.some((length) => length > maxBits)) {
    weights = weights.map((weight) => (weight === 0 ? 0 : (weight >>> 1) + 1));
    lengths = lengthsOf(weights);
  }
  return { lengths, codes: canonicalCodes(lengths) };
}

/** Huffman's algorithm with two queues: leaves in ascending order, and inner nodes, which come about in that order. */
function lengthsOf(weights: readonly number[]): Uint8Array<ArrayBuffer> {
  const leaves = weights
    .map((weight, symbol) => ({ weight, symbol }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => left.weight - right.weight);
  const nodeWeights = leaves.map(({ weight }) => weight);
  const parents: number[] = [];
  let nextLeaf = 0;
  let nextInner = leaves.length;
  const takeLightest = (): number => {
    const isLeaf =
      nextLeaf < leaves.length &&
      (nextInner >= nodeWeights.length || nodeWeights[nextLeaf]! <= nodeWeights[nextInner]!);
    return isLeaf ? nextLeaf++ : nextInner++;
  };
  for (let inner = leaves.length; inner < 2 * leaves.length - 1; inner += 1) {
    const left = takeLightest();
    const right = takeLightest();
    nodeWeights.push(nodeWeights[left]! + nodeWeights[right]!);
    parents[left] = inner;
    parents[right] = inner;
  }
  const depths: number[] = [];
  depths[2 * leaves.length - 2] = 0;
  for (let node = 2 * leaves.length - 3; node >= 0; node -= 1) {
    depths[node] = depths[parents[node]!]! + 1;
  }
  const lengths = new Uint8Array(weights.length);
  leaves.forEach(({ symbol }, node) => {
    lengths[symbol] = depths[node]!;
  });
  return lengths;
}

function canonicalCodes(lengths: Uint8Array): Uint32Array {
  const codes = new Uint32Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= Math.max(...lengths); length += 1) {
    lengths.forEach((own, symbol) => {
      if (own === length) {
        codes[symbol] = code;
        code += 1;
      }
    });
    code <<= 1;
  }
  return codes;
}
