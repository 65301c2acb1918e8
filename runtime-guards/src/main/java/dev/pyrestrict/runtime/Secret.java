package dev.pyrestrict.runtime;

/** Marks a value inside host data that must never cross: the guest finds no such key or element. */
public record Secret(Object value) {

  /** Says nothing about the value. */
  @Override
  public String toString() {
    return "Secret";
  }
}
