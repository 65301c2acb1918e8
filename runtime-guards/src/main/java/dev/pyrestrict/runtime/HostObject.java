package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableMap;
import java.util.function.Supplier;

/**
 * An object of the host as guests see it: exactly these attributes, read-only, and these methods.
 * The guest holds a facade; no Java object crosses.
 *
 * @param name the name of its type in the guest
 * @param attributes read anew at each access; data
 * @param methods called with the arguments behind {@code self}
 */
public record HostObject(
    String name,
    ImmutableMap<String, Supplier<?>> attributes,
    ImmutableMap<String, HostFunction> methods) {

  /** Returns an object that offers nothing: a token that only the host can tell from another. */
  public static HostObject opaque(String name) {
    return new HostObject(name, ImmutableMap.of(), ImmutableMap.of());
  }
}
