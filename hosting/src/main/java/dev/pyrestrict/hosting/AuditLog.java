package dev.pyrestrict.hosting;

/** Hears what guests were refused, and where services failed. Thread-safe. */
public interface AuditLog {

  /** A guest asked for what it may not have. */
  void refused(String application, String what, String reason);

  /** A service failed for a reason of its own. */
  void failed(String application, String what, Exception reason);
}
