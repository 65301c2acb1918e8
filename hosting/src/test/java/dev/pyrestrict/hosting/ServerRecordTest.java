package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerRecordTest {
  /** Each status has figures of its own, and a guest may answer with any. */
  @Test
  void aGuestDoesNotChooseHowManyFiguresWeKeep() {
    ServerRecord record = new ServerRecord(new SilentLog());
    for (int status = 200; status < 600; status++) {
      record.answered("app", "GET", "/", status, 1);
    }
    long series =
        record
            .metrics(Map.of())
            .lines()
            .filter(line -> line.startsWith("pyrestrict_requests_seconds_count"))
            .count();
    assertThat(series).isLessThan(80L);
  }
}
