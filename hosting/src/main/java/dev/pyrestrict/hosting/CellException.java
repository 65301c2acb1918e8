package dev.pyrestrict.hosting;

/** Thrown when a cell can't be started, or is not there any more. */
public final class CellException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CellException(String message) {
    super(message);
  }

  CellException(String message, Throwable cause) {
    super(message, cause);
  }
}
