package dev.pyrestrict.runtime;

import java.util.Optional;

/** How a run of a guest ended. */
public sealed interface GuestResult {

  /** What the run used. */
  Usage usage();

  /**
   * The guest came to its end, or asked for it by {@code SystemExit}.
   *
   * @param exitStatus the status it asked for, 0 when it did not
   * @param message what {@code SystemExit} carried for standard error, or ""
   * @param value what a called function returned, a copy as data; empty for {@code None} and for a
   *     module
   */
  record Completed(int exitStatus, String message, Optional<Object> value, Usage usage)
      implements GuestResult {}

  /**
   * The guest raised an exception that it did not catch.
   *
   * @param traceback as Python prints it, the guest's own lines only
   * @param line where in the guest's source, 0 when unknown
   */
  record Raised(String traceback, int line, Usage usage) implements GuestResult {}

  /**
   * A limit ended the guest.
   *
   * @param limit which one
   * @param message for people
   * @param line where the guest stood in its source, 0 when unknown: inside an operation that
   *     nothing in this process can interrupt
   * @param stopped false when the guest's thread has not come to its end yet: it was inside an
   *     operation that nothing in this process can interrupt
   */
  record LimitExceeded(Limits.Kind limit, String message, int line, boolean stopped, Usage usage)
      implements GuestResult {}

  /**
   * Something failed that is not the guest's: a defect here or in GraalPy. The guest is closed.
   *
   * @param message for people, without names of internal classes
   * @param detail for a report: the stack trace
   */
  record Fault(String message, String detail, Usage usage) implements GuestResult {}

  /**
   * The process in which the guest lived ended, for a reason that is not known to be the guest's: a
   * neighbour in it was killed, or the machine's memory was gone. Nobody knows how far it came.
   *
   * @param message for people
   */
  record Lost(String message, Usage usage) implements GuestResult {}
}
