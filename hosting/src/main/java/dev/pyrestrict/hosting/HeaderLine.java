package dev.pyrestrict.hosting;

import java.util.List;
import java.util.Optional;

/** A header that a guest gave, for an answer or for a request of its own. */
record HeaderLine(String name, String value) {

  /**
   * Returns the header that a pair stands for, if it can't be anything else on its way: a name that
   * is a token (RFC 9110, 5.6.2), and a value of one line.
   */
  static Optional<HeaderLine> of(Object pair) {
    return pair instanceof List<?> parts
            && parts.size() == 2
            && parts.get(0) instanceof String name
            && parts.get(1) instanceof String value
            && name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
            && value.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 127)
        ? Optional.of(new HeaderLine(name, value))
        : Optional.empty();
  }
}
