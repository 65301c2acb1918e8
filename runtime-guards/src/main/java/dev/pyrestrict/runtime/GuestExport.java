package dev.pyrestrict.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method of a {@link GuestService} that guests may call. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface GuestExport {
  /**
   * Returns the names of the parameters in the guest, in order. An {@link java.util.Optional}
   * parameter may be left out.
   */
  String[] value() default {};

  /**
   * Returns whether guests may call it. If not, it is there for the prologue that the host runs in
   * a guest's context, see {@link GuestOptions.Builder#prologue}, and refused afterwards.
   */
  boolean inJail() default true;
}
