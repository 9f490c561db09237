/** All bytes of a connection so far, in one piece, without a copy of all of them at each arrival. */
export interface ReceivedBytes {
  readonly append: (bytes: Uint8Array) => void;
  /** A view, valid until the next `append`. */
  readonly view: () => Buffer;
}

/** Doubles its size when needed; the caller limits what it appends. */
export function createReceivedBytes(): ReceivedBytes {
  let room = Buffer.alloc(16 * 1024);
  let length = 0;
  return {
    append: (bytes) => {
      if (length + bytes.length > room.length) {
        const larger = Buffer.alloc(Math.max(room.length * 2, length + bytes.length));
        room.copy(larger, 0, 0, length);
        room = larger;
      }
      room.set(bytes, length);
      length += bytes.length;
    },
    view: () => room.subarray(0, length),
  };
}
