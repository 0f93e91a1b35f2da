/** Translation ends after this many frames (1 GiB), because positions are signed. */
const translatedFrames = 32_768;
/** An E8 among the last bytes of a frame is left alone. */
const untouchedTail = 10;
const callOpcode = 0xe8;

/**
 * Undoes what LZX writers do to x86 code ([MS-PATCH], "E8 Call Translation"): the target of a CALL (opcode E8) is
 * stored as an absolute position, which repeats more often than the distance that the program needs.
 */
export class E8Translation {
  private frames = 0;
  private position = 0;

  /** @param fileSize The size that positions are taken modulo, signed; 0 turns translation off. */
  constructor(private readonly fileSize: number) {}

  /** Translates the next frame in place. */
  translate(frame: Uint8Array): void {
    if (this.fileSize !== 0 && this.frames < translatedFrames) {
      this.translateCalls(frame);
    }
    this.frames += 1;
    this.position += frame.length;
  }

  private translateCalls(frame: Uint8Array): void {
    const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
    const end = frame.length - untouchedTail;
    let at = frame.indexOf(callOpcode);
    while (at >= 0 && at < end) {
      const current = this.position + at;
      const absolute = view.getInt32(at + 1, true);
      if (absolute >= -current && absolute < this.fileSize) {
        view.setInt32(at + 1, absolute >= 0 ? absolute - current : absolute + this.fileSize, true);
      }
      at = frame.indexOf(callOpcode, at + 5);
    }
  }
}
