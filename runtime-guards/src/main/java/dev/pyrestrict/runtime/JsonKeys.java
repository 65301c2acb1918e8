package dev.pyrestrict.runtime;

import java.util.Map;

/**
 * The keys of JSON objects that a guest has read, so that equal ones are one text. GraalPy keeps
 * them as long as the guest lives.
 *
 * <p>The call is in GraalPy's code, put there by {@code build-tools/safepoints}.
 */
public final class JsonKeys {
  private static final int MOST = 4096;

  private JsonKeys() {}

  /** {@link Map#putIfAbsent}, in a map that does not grow without end. */
  public static Object keep(Map<Object, Object> keys, Object key, Object value) {
    if (keys.size() >= MOST) {
      keys.clear();
    }
    return keys.putIfAbsent(key, value);
  }
}
