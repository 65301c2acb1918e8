package dev.pyrestrict.hosting;

import dev.pyrestrict.runtime.GuestResult;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a server says, for a test to look at. */
final class SilentLog implements ServerLog {
  final List<String> refusals = new CopyOnWriteArrayList<>();
  final List<String> reasons = new CopyOnWriteArrayList<>();
  final List<String> endings = new CopyOnWriteArrayList<>();

  @Override
  public void answered(String application, String method, String path, int status, long nanos) {}

  @Override
  public void used(String application, GuestResult result) {}

  @Override
  public void ended(String application, String words) {
    endings.add(application + ": " + words);
  }

  @Override
  public OutputStream output(String application) {
    return new LineStream(line -> endings.add(application + "> " + line));
  }

  @Override
  public void refused(String application, String what, String reason) {
    refusals.add(application + ": " + what);
    reasons.add(reason);
  }

  @Override
  public void failed(String application, String what, Exception reason) {
    endings.add(application + "! " + what + " " + reason);
  }
}
