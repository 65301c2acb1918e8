package dev.pyrestrict.cli;

/** What the user has to put right, in one sentence: shown as it is, without a trace. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
