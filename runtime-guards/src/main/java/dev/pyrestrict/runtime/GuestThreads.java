package dev.pyrestrict.runtime;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives guests the threads that they run on.
 *
 * <p>A thread that has done its work looks for more for some microseconds before it sleeps: most
 * calls of guests are short, and waking a thread takes longer than they do. Thread-safe.
 */
final class GuestThreads implements Executor, AutoCloseable {
  /**
   * How long to look out for what comes soon, before sleeping. Nobody to wait for with one core.
   */
  private static final long LOOKOUT_NANOS =
      Runtime.getRuntime().availableProcessors() > 1 ? 20_000 : 0;

  private static final long IDLE_NANOS = 10_000_000_000L;

  private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /** Waits in a loop, for no longer than what is worth it, until something is so. */
  static void lookOut(Waiting waiting) {
    long end = System.nanoTime() + LOOKOUT_NANOS;
    while (waiting.goesOn() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** What is waited for. */
  @FunctionalInterface
  interface Waiting {
    boolean goesOn();
  }

  /** Runs the work on a thread that is idle, the last one used first, or on a new one. */
  @Override
  public void execute(Runnable work) {
    Worker worker = idle.pollFirst();
    if (worker == null) {
      worker = new Worker();
      worker.thread.start();
    }
    worker.give(work);
  }

  /** Lets idle threads end; those that work end after it. */
  @Override
  public void close() {
    closed = true;
    idle.forEach(worker -> LockSupport.unpark(worker.thread));
  }

  private final class Worker implements Runnable {
    private final Thread thread = new GuestThread(this);
    private volatile Runnable work;
    private volatile boolean asleep;

    private void give(Runnable next) {
      work = next;
      if (asleep) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      while (isThereMore()) {
        Runnable next = work;
        work = null;
        next.run();
        GuestThread.forgetInterrupt();
        idle.addFirst(this);
      }
    }

    /** Waits for work; false when there was none for long, and there will be none. */
    private boolean isThereMore() {
      lookOut(() -> work == null);
      long end = System.nanoTime() + IDLE_NANOS;
      asleep = true;
      while (work == null) {
        long left = closed ? 0 : end - System.nanoTime();
        if (left > 0) {
          LockSupport.parkNanos(this, left);
        } else if (idle.remove(this)) {
          return false;
        } else {
          // Someone has taken this thread and is about to give it work.
          Thread.onSpinWait();
        }
      }
      asleep = false;
      return true;
    }
  }
}
