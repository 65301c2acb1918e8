package dev.pyrestrict.runtime;

import java.util.List;

/**
 * A guest's function in the hands of the host; usable during the call that received it, on the same
 * thread.
 */
@FunctionalInterface
public interface GuestCallable {

  /**
   * Calls the guest with data and returns data; what the guest raises passes through to the guest.
   */
  Object call(List<Object> arguments);
}
