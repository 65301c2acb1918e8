package dev.pyrestrict.runtime;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private synchronized void collected(Notification notification) {
    if (notification.getUserData() instanceof CompositeData data) {
      GcInfo info = GarbageCollectionNotificationInfo.from(data).getGcInfo();
      collected(
          info.getMemoryUsageAfterGc().values().stream().mapToLong(MemoryUsage::getUsed).sum());
    }
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

  /** Returns the part of its maximum that the heap has reached, from 0 to 1. */
  double fullness() {
    return (double) used() / JAVA.maxMemory();
  }

  /** Returns how many collections there were. */
  long collections() {
    return collections;
  }

  /** Returns the bytes in use after the last collection. */
  long afterCollection() {
    return afterCollection;
  }

  /** Collects all garbage, soon, and then calls back. */
  void collect(Runnable then) {
    if (collecting.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .daemon()
          .name("pyrestrict-collect")
          .start(
              () -> {
                System.gc();
                collected(used());
                collecting.set(false);
                then.run();
              });
    }
  }
}
