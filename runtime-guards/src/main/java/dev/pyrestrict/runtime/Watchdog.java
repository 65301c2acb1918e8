package dev.pyrestrict.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Looks after all running guests from one platform thread: takes their processor time, the clock
 * and the heap, and cancels those that are over a limit. Cancelling is uncatchable for guest code.
 */
final class Watchdog implements AutoCloseable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long PERIOD_NANOS = 5_000_000;

  /** After so many looks at nothing the watchdog sleeps, and the next run has to wake it. */
  private static final int PATIENCE = 20;

  /** A guest may not bring the heap of the whole process above this part of its maximum. */
  private static final double FULL_HEAP = 0.85;

  private final HeapGauge heap = new HeapGauge();
  private final Set<Run> running = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean closed;

  Watchdog() {
    thread = Thread.ofPlatform().daemon().name("pyrestrict-watchdog").start(this::watch);
  }

  /** Starts to look after a run; it must be called on the guest's thread. */
  Run start(Limits limits, Consumer<Run> cancel) {
    Run run = new Run(Thread.currentThread(), limits, cancel, heap);
    running.add(run);
    if (asleep) {
      LockSupport.unpark(thread);
    }
    return run;
  }

  /** Stops looking after a run. */
  void stop(Run run) {
    running.remove(run);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void watch() {
    int idle = 0;
    while (!closed) {
      idle = running.isEmpty() ? idle + 1 : 0;
      if (idle < PATIENCE) {
        LockSupport.parkNanos(PERIOD_NANOS);
      } else {
        sleep();
      }
      for (Run run : running) {
        run.look();
      }
    }
  }

  /** Waits for the next run. */
  private void sleep() {
    asleep = true;
    if (running.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  /** One run of a guest under limits. */
  static final class Run {
    private final Thread guestThread;
    private final Limits limits;
    private final Consumer<Run> cancel;
    private final long startNanos = System.nanoTime();
    private final long startCpu;
    private final long startAllocated;
    private final HeapGauge heap;
    private final long startHeap;
    private volatile Optional<Limits.Kind> exceeded = Optional.empty();
    private volatile int exceededLine;
    private long collectionsSeen;
    private long collectedAt;

    private Run(Thread guestThread, Limits limits, Consumer<Run> cancel, HeapGauge heap) {
      this.heap = heap;
      startHeap = heap.used();
      collectionsSeen = heap.collections();
      this.guestThread = guestThread;
      this.limits = limits;
      this.cancel = cancel;
      startCpu = threadCpu();
      startAllocated = threadAllocated();
    }

    Limits limits() {
      return limits;
    }

    long wallNanos() {
      return System.nanoTime() - startNanos;
    }

    long cpuNanos() {
      return Math.max(0, threadCpu() - startCpu);
    }

    // What the running thread asks about itself is answered faster.

    private long threadCpu() {
      return Thread.currentThread().equals(guestThread)
          ? THREADS.getCurrentThreadCpuTime()
          : THREADS.getThreadCpuTime(guestThread.threadId());
    }

    private long threadAllocated() {
      return Thread.currentThread().equals(guestThread)
          ? THREADS.getCurrentThreadAllocatedBytes()
          : THREADS.getThreadAllocatedBytes(guestThread.threadId());
    }

    long allocatedBytes() {
      return Math.max(0, threadAllocated() - startAllocated);
    }

    /** Returns the limit that ended the run, if one did. */
    Optional<Limits.Kind> exceeded() {
      return exceeded;
    }

    Thread guestThread() {
      return guestThread;
    }

    /** Returns the line of the guest's source at which the limit met it, 0 when unknown. */
    int exceededLine() {
      return exceededLine;
    }

    void exceededAt(int line) {
      exceededLine = line;
    }

    /** Ends the run because of a limit; the first one counts. */
    synchronized void exceed(Limits.Kind kind) {
      if (exceeded.isEmpty()) {
        exceeded = Optional.of(kind);
        // Cancelling blocks until the guest's thread is out, which may be never: not on the
        // watchdog's thread.
        Thread.ofPlatform().daemon().name("pyrestrict-cancel").start(() -> cancel.accept(this));
      }
    }

    private void look() {
      if (exceeded.isPresent()) {
        return;
      }
      if (wallNanos() > limits.wall().toNanos()) {
        exceed(Limits.Kind.WALL);
      } else if (cpuNanos() > limits.cpu().toNanos()) {
        exceed(Limits.Kind.CPU);
      } else {
        lookAtMemory();
      }
    }

    /**
     * What a thread allocated bounds what it can hold. Only when that is over the limit is the heap
     * looked at, as it is after a collection: a guest may make much garbage as long as it holds
     * little.
     */
    private void lookAtMemory() {
      long allocated = allocatedBytes();
      if (allocated < limits.memoryBytes() || heap.used() - startHeap < limits.memoryBytes()) {
        return;
      }
      boolean holdsLittle =
          heap.collections() > collectionsSeen && !isTooMuch(heap.afterCollection());
      collectionsSeen = heap.collections();
      if (isFull(heap.used())) {
        // Others may have filled it, and much of it may be garbage.
        heap.collect(this::exceedIfTooMuch);
      } else if (holdsLittle) {
        collectedAt = allocated;
      } else if (allocated - collectedAt >= limits.memoryBytes()) {
        collectedAt = allocated;
        heap.collect(this::exceedIfTooMuch);
      }
    }

    private void exceedIfTooMuch(long left) {
      if (isTooMuch(left) || isFull(left)) {
        exceed(Limits.Kind.MEMORY);
      }
    }

    private boolean isTooMuch(long heldByAll) {
      return heldByAll - startHeap > limits.memoryBytes();
    }

    private boolean isFull(long heldByAll) {
      return heldByAll > heap.maximum() * FULL_HEAP;
    }
  }
}
