package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class Slf4jAuditLogTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void noGuestWritesALineItself() {
    AuditLog log = new Slf4jAuditLog(new Lines());
    log.refused("app", "sql.open\nERROR app: all is well\u2028", "no {} of that name");
    log.failed("app", "fetch.get", new IllegalStateException("down"));
    assertThat(lines)
        .containsExactly(
            "WARN app: refused sql.open\\u{a}ERROR app: all is well\\u{2028}: no {} of that name",
            "ERROR app: fetch.get failed")
        .inOrder();
  }

  private final class Lines extends AbstractLogger {
    private static final long serialVersionUID = 1;

    @Override
    protected String getFullyQualifiedCallerName() {
      return Lines.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String message, Object[] arguments, Throwable throwable) {
      lines.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
    }

    @Override
    public boolean isTraceEnabled() {
      return true;
    }

    @Override
    public boolean isTraceEnabled(Marker marker) {
      return true;
    }

    @Override
    public boolean isDebugEnabled() {
      return true;
    }

    @Override
    public boolean isDebugEnabled(Marker marker) {
      return true;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isInfoEnabled(Marker marker) {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled(Marker marker) {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled(Marker marker) {
      return true;
    }
  }
}
