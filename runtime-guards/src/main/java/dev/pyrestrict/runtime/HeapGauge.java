package dev.pyrestrict.runtime;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * How full the heap of this process is. Thread-safe.
 *
 * <p>What is garbage only a collection tells. Those that the JVM makes by itself are watched; one
 * is asked for only when they can't answer, on a thread of its own: the watchdog may not wait for
 * it.
 */
final class HeapGauge {
  private static final Runtime JAVA = Runtime.getRuntime();

  private final AtomicBoolean collecting = new AtomicBoolean();
  private volatile long afterCollection = Long.MAX_VALUE;
  private volatile long collections;

  HeapGauge() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((notification, _) -> collected(notification), null, null);
      }
    }
  }

  private void collected(Notification notification) {
    if (notification.getUserData() instanceof CompositeData data) {
      GcInfo info = GarbageCollectionNotificationInfo.from(data).getGcInfo();
      collected(
          info.getMemoryUsageAfterGc().values().stream().mapToLong(MemoryUsage::getUsed).sum());
    }
  }

  /**
   * Returns what the collections left in each part of the heap. What is in use now is more: a guest
   * fills gigabytes before this thread, which has just collected, is given a processor again.
   */
  private static long left() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // The caller holds the lock.
  private synchronized void collected(long used) {
    afterCollection = used;
    collections++;
  }

  /** Returns the bytes in use, garbage included. */
  long used() {
    return JAVA.totalMemory() - JAVA.freeMemory();
  }

  /** Returns the bytes that may be in use. */
  long maximum() {
    return JAVA.maxMemory();
  }

  /** Returns how many collections there were. */
  long collections() {
    return collections;
  }

  /** Returns the bytes in use after the last collection. */
  long afterCollection() {
    return afterCollection;
  }

  /** Collects all garbage, soon, and then tells how many bytes are left. */
  void collect(LongConsumer then) {
    if (collecting.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .daemon()
          .name("pyrestrict-collect")
          .start(
              () -> {
                System.gc();
                long left = left();
                collected(left);
                collecting.set(false);
                then.accept(left);
              });
    }
  }
}
