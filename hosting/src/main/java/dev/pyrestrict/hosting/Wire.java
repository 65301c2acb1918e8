package dev.pyrestrict.hosting;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Messages over a pipe: each a frame of bounded length that holds one message in CBOR. Whatever
 * comes in that is not exactly that is an {@link IOException}.
 *
 * <p>Any threads may send; one may receive.
 */
final class Wire {
  /** What one message may hold, in bytes: compiled modules and guests' values pass through here. */
  private static final int LARGEST_FRAME = 64 << 20;

  private static final int DEEPEST = 250;

  /**
   * Values in one message of somebody who may be hostile. One byte of a frame can be a value that
   * takes a hundred in memory: an empty dict.
   */
  private static final long MOST_VALUES = 4L << 20;

  private static final ObjectMapper WARY = mapper(MOST_VALUES);
  private static final ObjectMapper TRUSTING = mapper(Long.MAX_VALUE);

  private static final long IDLE = Long.MAX_VALUE;

  private final ObjectMapper cbor;
  private final DataInputStream input;
  private final DataOutputStream output;
  private volatile long sendingSince = IDLE;

  /** Creates one to somebody who may be hostile. */
  Wire(InputStream input, OutputStream output) {
    this(input, output, WARY);
  }

  private Wire(InputStream input, OutputStream output, ObjectMapper cbor) {
    this.cbor = cbor;
    this.input = new DataInputStream(new BufferedInputStream(input));
    this.output = new DataOutputStream(new BufferedOutputStream(output));
  }

  /** Returns one to somebody who sends as much as he likes: a cell's to its host. */
  static Wire trusting(InputStream input, OutputStream output) {
    return new Wire(input, output, TRUSTING);
  }

  private static ObjectMapper mapper(long mostValues) {
    return new CBORMapper(
            CBORFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LARGEST_FRAME)
                        .maxNumberLength(1 << 20)
                        .maxTokenCount(mostValues)
                        .build())
                .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        // To find the zeros of long decimals takes ten seconds a megabyte, and nobody sends any.
        .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }

  /**
   * Sends a message.
   *
   * @throws IOException if it is too large, or the other side is gone
   */
  void send(Message message) throws IOException {
    byte[] frame = cbor.writerFor(Message.class).writeValueAsBytes(message);
    if (frame.length > LARGEST_FRAME) {
      throw new IOException("the message is larger than " + LARGEST_FRAME + " bytes");
    }
    synchronized (output) {
      sendingSince = System.nanoTime();
      try {
        output.writeInt(frame.length);
        output.write(frame);
        output.flush();
      } finally {
        sendingSince = IDLE;
      }
    }
  }

  /** Reports whether the other side has not taken a message for longer than that. */
  boolean isStuck(Duration patience) {
    long since = sendingSince;
    return since != IDLE && System.nanoTime() - since > patience.toNanos();
  }

  /**
   * Waits for the next message.
   *
   * @throws IOException if the other side is gone, or what it says is no message
   */
  Message receive() throws IOException {
    int length = input.readInt();
    if (length <= 0 || length > LARGEST_FRAME) {
      throw new IOException("not a frame");
    }
    byte[] frame = input.readNBytes(length);
    if (frame.length < length) {
      throw new IOException("the frame is cut off");
    }
    Message message = cbor.readValue(frame, Message.class);
    if (message == null) {
      throw new IOException("not a message");
    }
    return message;
  }
}
