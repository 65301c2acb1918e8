package dev.pyrestrict.hosting;

/** A service could not do what a guest asked for, in words that the guest may read. */
public final class ServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * Creates one.
   *
   * @param kind what the service's client makes an exception of, {@code "integrity"}; {@code
   *     "refused"} when the guest asked for what is not its own
   * @param message holds no address and no credential
   */
  public ServiceException(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Says that the guest may not have what it asked for; it goes into the audit log. */
  public static ServiceException refused(String message) {
    return new ServiceException("refused", message);
  }

  /** Returns the kind of failure. */
  public String kind() {
    return kind;
  }
}
