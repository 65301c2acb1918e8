package dev.pyrestrict.hosting;

import dev.pyrestrict.grammar.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to SLF4J's logger {@code pyrestrict.audit}: refusals as warnings, failures of services as
 * errors. Control characters of what guests chose are written as escapes, so that no guest can
 * write a line of the log itself. Thread-safe.
 */
public final class Slf4jAuditLog implements AuditLog {
  private final Logger logger;

  /** Writes to the logger {@code pyrestrict.audit}. */
  public Slf4jAuditLog() {
    this(LoggerFactory.getLogger("pyrestrict.audit"));
  }

  /** Writes to another logger. */
  public Slf4jAuditLog(Logger logger) {
    this.logger = logger;
  }

  @Override
  public void refused(String application, String what, String reason) {
    logger.warn("{}: refused {}: {}", printable(application), printable(what), printable(reason));
  }

  @Override
  public void failed(String application, String what, Exception reason) {
    logger.error("{}: {} failed", printable(application), printable(what), reason);
  }

  private static String printable(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (character == '\t' || Printable.isUnsafe(character)) {
                line.append(String.format("\\u{%x}", character));
              } else {
                line.appendCodePoint(character);
              }
            });
    return line.toString();
  }
}
