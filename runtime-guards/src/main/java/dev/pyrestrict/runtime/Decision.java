package dev.pyrestrict.runtime;

/**
 * What a guard says about one operation.
 *
 * @see AttributeGuard
 */
public sealed interface Decision {

  /** The plain operation may happen. */
  record Plain() implements Decision {}

  /** A trusted function of the guest's side does the operation; {@code handler} names it. */
  record Handled(String handler) implements Decision {}

  /** The guest gets an error; {@code reason} says why, for people. */
  record Refused(String reason) implements Decision {}

  /** The form in which the decision crosses to the guest's side. */
  default String wireForm() {
    return switch (this) {
      case Plain() -> "plain";
      case Handled(String handler) -> handler;
      case Refused(String reason) -> reason;
    };
  }
}
