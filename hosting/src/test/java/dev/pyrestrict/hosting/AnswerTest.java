package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswerTest {
  /** A proxy in front of the server would send what they name: addresses that only it reaches. */
  @Test
  void headersThatProxiesObeyAreLeftOut() {
    Answer answer =
        Answer.of(
                Map.of(
                    "status",
                    "200 OK",
                    "headers",
                    List.of(
                        List.of("X-Accel-Redirect", "/internal/"),
                        List.of("x-accel-buffering", "no"),
                        List.of("X-Sendfile", "/etc/passwd"),
                        List.of("X-LIGHTTPD-send-file", "/etc/passwd"),
                        List.of("X-Reproxy-URL", "http://127.0.0.1/"),
                        List.of("X-Mine", "yes")),
                    "body",
                    new byte[0]))
            .orElseThrow();
    assertThat(answer.headers().stream().map(field -> field.getName()).toList())
        .containsExactly("X-Mine");
  }
}
