package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class GrantTest {
  /** Takes its time to lend something, and has it back when a request ends. */
  private static final class Lender implements Service {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch mayGoOn = new CountDownLatch(1);
    volatile boolean lent;

    @Override
    public Object call(Grant grant, String operation, List<Object> arguments)
        throws InterruptedException {
      asked.countDown();
      mayGoOn.await();
      lent = true;
      return "lent";
    }

    @Override
    public void requestEnded(Grant grant) {
      lent = false;
    }
  }

  private static Grant grant(Service lender) {
    return grant(lender, ServiceLimits.DEFAULT);
  }

  private static Grant grant(Service lender, ServiceLimits limits) {
    return new Grant(
        "app",
        Path.of("."),
        ImmutableSetMultimap.of("lender", "lender", "other", "other"),
        ImmutableMap.of("lender", lender, "other", lender),
        limits,
        new SilentLog());
  }

  private static List<?> ask(Grant grant, String service, String words) throws Exception {
    return (List<?>) grant.function().call(List.of(service, "lend", words), Map.of());
  }

  @Test
  void aServiceThatTakesTooMuchHasFailed() throws Exception {
    Grant grant =
        grant(
            (asking, operation, arguments) -> {
              throw new OutOfMemoryError("jdbc:secret");
            });
    assertThat(ask(grant, "lender", "a")).containsExactly("internal", "the service failed");
  }

  @Test
  void oneServiceMayBeAskedLessThanAll() throws Exception {
    Grant grant =
        grant(
            (asking, operation, arguments) -> "lent",
            new ServiceLimits(
                5, 1000, 4, ImmutableMap.of("lender", new ServiceLimits.Share(2, 200))));
    List<String> tooOften = List.of("refused", "a request may ask lender 2 times, not more");
    assertThat(ask(grant, "lender", "")).isEqualTo(List.of("ok", "lent"));
    assertThat(ask(grant, "lender", "")).isEqualTo(List.of("ok", "lent"));
    assertThat(ask(grant, "lender", "")).isEqualTo(tooOften);
    assertThat(ask(grant, "other", "")).isEqualTo(List.of("ok", "lent"));
    assertThat(ask(grant, "other", "")).isEqualTo(List.of("ok", "lent"));
    assertThat(ask(grant, "other", ""))
        .isEqualTo(List.of("refused", "a request may ask services 5 times, not more"));
    grant.requestEnded();
    assertThat(ask(grant, "lender", "a".repeat(300)))
        .isEqualTo(
            List.of("refused", "a request may send to lender and be sent 200 bytes, not more"));
    assertThat(ask(grant, "other", "a".repeat(300))).isEqualTo(List.of("ok", "lent"));
    assertThat(ask(grant, "other", "a".repeat(600)))
        .isEqualTo(
            List.of("refused", "a request may send to services and be sent 1000 bytes, not more"));
  }

  /** A guest's time is up while a service still works for it, or its cell says so. */
  @Test
  void whatIsLentToAGuestThatIsGoneComesBack() throws Exception {
    Lender lender = new Lender();
    Grant grant = grant(lender);
    Thread guest =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    grant.function().call(List.of("lender", "lend"), Map.of());
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                });
    lender.asked.await();
    grant.close();
    lender.mayGoOn.countDown();
    guest.join();
    assertThat(lender.lent).isFalse();
    assertThat(grant.function().call(List.of("lender", "lend"), Map.of()))
        .isEqualTo(List.of("refused", "this guest's grants have been revoked"));
    assertThat(lender.lent).isFalse();
  }
}
