package dev.pyrestrict.runtime;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/**
 * Encodes and decodes as the methods of those names do, in steps between which a guest can be
 * stopped. Called from the copies of GraalPy's jars. Stateless.
 */
public final class CharsetSteps {
  /** Bytes or characters: some milliseconds' work. */
  private static final int STEP = 1 << 20;

  /** One step; the last one may end the input. */
  @FunctionalInterface
  private interface Step {
    CoderResult take(boolean endOfInput);
  }

  private CharsetSteps() {}

  /** {@link CharsetDecoder#decode(ByteBuffer, CharBuffer, boolean)}. */
  public static CoderResult decode(
      CharsetDecoder decoder, ByteBuffer in, CharBuffer out, boolean endOfInput) {
    return inSteps(in, endOfInput, end -> decoder.decode(in, out, end));
  }

  /** {@link CharsetEncoder#encode(CharBuffer, ByteBuffer, boolean)}. */
  public static CoderResult encode(
      CharsetEncoder encoder, CharBuffer in, ByteBuffer out, boolean endOfInput) {
    return inSteps(in, endOfInput, end -> encoder.encode(in, out, end));
  }

  /** What a step leaves of a character is there again for the next, which begins with it. */
  private static CoderResult inSteps(Buffer in, boolean endOfInput, Step step) {
    int limit = in.limit();
    try {
      while (in.remaining() > STEP) {
        in.limit(in.position() + STEP);
        CoderResult result = step.take(false);
        if (!result.isUnderflow()) {
          return result;
        }
        in.limit(limit);
        Safepoint.poll();
      }
    } finally {
      in.limit(limit);
    }
    return step.take(endOfInput);
  }
}
