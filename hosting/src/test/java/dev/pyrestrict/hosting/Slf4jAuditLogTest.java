package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class Slf4jAuditLogTest {
  @Test
  void noGuestWritesALineItself() {
    List<String> lines = new ArrayList<>();
    Logger logger =
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) ->
                    lines.add(
                        method.getName().toUpperCase(Locale.ROOT)
                            + " "
                            + MessageFormatter.basicArrayFormat(
                                (String) arguments[0], (Object[]) arguments[1])));
    AuditLog log = new Slf4jAuditLog(logger);
    log.refused("app", "sql.open\nERROR app: all is well\u2028", "no {} of that name");
    log.failed("app", "fetch.get", new IllegalStateException("down"));
    assertThat(lines)
        .containsExactly(
            "WARN app: refused sql.open\\u{a}ERROR app: all is well\\u{2028}: no {} of that name",
            "ERROR app: fetch.get failed")
        .inOrder();
  }
}
