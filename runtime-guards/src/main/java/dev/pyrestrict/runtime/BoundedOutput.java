package dev.pyrestrict.runtime;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One of a guest's output streams: counts what goes through and lets nothing pass beyond the limit.
 * Where the host can't take it the guest learns only that, as an {@code OSError}: what an exception
 * of the host's stream says may name its files and addresses.
 */
final class BoundedOutput extends OutputStream {
  /** What a system says of any stream; Python knows the number of each. */
  private static final ImmutableSet<String> SAID_OF_ANY =
      ImmutableSet.of("Broken pipe", "No space left on device");

  private final OutputStream target;
  private final AtomicLong written;
  private final long limit;
  private final Runnable exceeded;

  BoundedOutput(OutputStream target, AtomicLong written, long limit, Runnable exceeded) {
    this.target = target;
    this.written = written;
    this.limit = limit;
    this.exceeded = exceeded;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    long before = written.getAndAdd(length);
    int room = (int) Math.max(0, Math.min(length, limit - before));
    try {
      target.write(bytes, offset, room);
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    } finally {
      GuestThread.forgetInterrupt();
    }
    if (room < length) {
      exceeded.run();
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      target.flush();
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    } finally {
      GuestThread.forgetInterrupt();
    }
  }

  private static IOException failure(Exception e) {
    String said = Strings.nullToEmpty(e.getMessage());
    return new IOException(
        SAID_OF_ANY.contains(said) ? said : "the host can't take the guest's output", e);
  }
}
