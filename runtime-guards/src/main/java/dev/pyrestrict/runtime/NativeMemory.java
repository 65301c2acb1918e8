package dev.pyrestrict.runtime;

import com.google.common.util.concurrent.Uninterruptibles;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * What one guest's objects take outside of the heap, where neither its memory limit nor the JVM's
 * own sees it: only compressors and decompressors have anything there, and a small object of Java's
 * stands for hundreds of kilobytes.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/safepoints}. What a guest has
 * let go of is given back when Java's garbage is collected, of which native memory is no reason; so
 * that is asked for, but not again before the guest has taken half of what it may have, and never
 * often. Not thread-safe: a guest runs on one thread at a time.
 */
public final class NativeMemory {
  /** The most that a guest may have, what it has let go of included. */
  static final long MOST_BYTES = 256L << 20;

  /** A window, a table of hashes, chains of them, and what waits to be written. */
  private static final long COMPRESSOR_BYTES = 280_000;

  private static final long DECOMPRESSOR_BYTES = 48_000;

  private record Taken(WeakReference<Object> holder, long bytes) {}

  /** So much lies between two collections that guests ask for in this way. */
  private static final Duration SELDOM = Duration.ofMillis(500);

  private static volatile long collected = System.nanoTime() - SELDOM.toNanos();

  private final List<Taken> taken = new ArrayList<>();
  private long bytes;

  NativeMemory() {}

  /** A compressor or decompressor was made. */
  @TruffleBoundary
  public static void took(Object holder) {
    if (Thread.currentThread() instanceof GuestThread guest) {
      guest.nativeMemory.take(holder);
    }
  }

  /** It is about to give back what it has, without waiting for the collection of garbage. */
  @TruffleBoundary
  public static void gaveBack(Object holder) {
    if (Thread.currentThread() instanceof GuestThread guest) {
      guest.nativeMemory.giveBack(holder);
    }
  }

  private void take(Object holder) {
    long more = holder instanceof Deflater ? COMPRESSOR_BYTES : DECOMPRESSOR_BYTES;
    if (bytes + more > MOST_BYTES) {
      forgetCollected();
    }
    if (bytes + more > MOST_BYTES) {
      collect();
      forgetCollected();
      if (bytes > MOST_BYTES / 2) {
        throw new OutOfMemoryError("too many compressors");
      }
    }
    taken.add(new Taken(new WeakReference<>(holder), more));
    bytes += more;
  }

  /**
   * A collection holds up all guests of the process: whoever asks for one too soon waits, and the
   * first of those who waited has it for all of them.
   */
  private static void collect() {
    long last = collected;
    long early = SELDOM.toNanos() - (System.nanoTime() - last);
    if (early > 0) {
      Uninterruptibles.sleepUninterruptibly(Duration.ofNanos(early));
    }
    synchronized (NativeMemory.class) {
      if (collected == last) {
        System.gc();
        collected = System.nanoTime();
      }
    }
  }

  private void forgetCollected() {
    taken.removeIf(each -> each.holder().refersTo(null));
    bytes = taken.stream().mapToLong(Taken::bytes).sum();
  }

  /** Most are given back soon after they were taken. */
  private void giveBack(Object holder) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      if (taken.get(i).holder().refersTo(holder)) {
        bytes -= taken.remove(i).bytes();
        return;
      }
    }
  }
}
