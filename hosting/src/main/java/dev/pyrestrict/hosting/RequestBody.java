package dev.pyrestrict.hosting;

import com.google.common.io.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What a client sends with its request, if it is neither too much nor too slow about it. */
sealed interface RequestBody {
  /** All of it. */
  record Whole(ByteSource bytes) implements RequestBody {}

  /** There is more than may be sent. */
  record TooLarge() implements RequestBody {}

  /** A byte now and then keeps a connection for as long as a client likes. */
  record TooSlow() implements RequestBody {}

  /** The client went away, or sent nothing for too long. */
  record BrokenOff() implements RequestBody {}

  /** Those that are here already leave no room for it. */
  record NoRoom() implements RequestBody {}

  /**
   * Reads to the end.
   *
   * @param largest bytes
   * @param time for all of it
   * @param share takes what the body needs of memory; closed when the body is not needed any more
   */
  static RequestBody read(InputStream in, int largest, Duration time, BodyMemory.Share share) {
    long begun = System.nanoTime();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (!share.take(count)) {
          return new NoRoom();
        }
        bytes.write(buffer, 0, count);
        if (bytes.size() > largest) {
          return new TooLarge();
        }
        if (System.nanoTime() - begun > time.toNanos()) {
          return new TooSlow();
        }
      }
    } catch (IOException e) {
      return new BrokenOff();
    }
    return new Whole(ByteSource.wrap(bytes.toByteArray()));
  }
}
