package dev.pyrestrict.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One of a guest's output streams: counts what goes through and lets nothing pass beyond the limit.
 */
final class BoundedOutput extends OutputStream {
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
    target.write(bytes, offset, room);
    if (room < length) {
      exceeded.run();
    }
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }
}
