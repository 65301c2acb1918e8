package dev.pyrestrict.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface of the host that guests may be given, see {@link HostInterface}. Guests see
 * those of its methods that are marked with {@link GuestExport}, under their names in Python's
 * spelling, and nothing else of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GuestService {
  /** Returns the name of its type in the guest. */
  String value();
}
