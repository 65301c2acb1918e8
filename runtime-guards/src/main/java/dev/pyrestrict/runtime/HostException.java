package dev.pyrestrict.runtime;

/** Thrown by a {@link HostFunction} to raise a builtin Python exception in the guest. */
public final class HostException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;

  /**
   * Creates one.
   *
   * @param type name of a builtin exception, {@code "ValueError"}
   * @param message what the guest reads; nothing else of this object crosses
   */
  public HostException(String type, String message) {
    super(message);
    this.type = type;
  }

  /** Returns the name of the Python exception. */
  public String type() {
    return type;
  }
}
