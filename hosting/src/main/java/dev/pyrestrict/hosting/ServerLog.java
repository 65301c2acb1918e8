package dev.pyrestrict.hosting;

import dev.pyrestrict.runtime.GuestResult;
import java.io.OutputStream;

/** What a server says of what happens in it. Thread-safe. */
public interface ServerLog extends AuditLog {
  /** A request was answered. */
  void answered(String application, String method, String path, int status, long nanos);

  /** A guest was asked to answer a request: how that ended, and what it used. */
  void used(String application, GuestResult result);

  /** A guest did not come to a good end; the words are the application's author's to read. */
  void ended(String application, String words);

  /** Returns where a guest's standard output and standard error go. */
  OutputStream output(String application);
}
