package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interface of the host, seen from a guest. */
final class HostInterfaceTest {
  private static final Sandbox SANDBOX = Sandbox.builder().build();

  /** Takes money. */
  @GuestService("Payments")
  interface Payments {
    @GuestExport({"account", "cents", "note"})
    Map<String, Object> chargeAccount(String account, int cents, Optional<String> note)
        throws HostException;

    @GuestExport({"parts"})
    double share(List<?> parts);

    @GuestExport({"number"})
    long counted(long number);

    @GuestExport({"value"})
    Object same(Object value);

    @GuestExport({"prices", "since", "pause"})
    Object late(Set<?> prices, LocalDate since, Optional<Duration> pause);

    @GuestExport({"price"})
    BigDecimal rounded(BigDecimal price);

    @GuestExport
    List<Object> moments();

    @GuestExport({"function"})
    Object called(Object function);

    @GuestExport
    String broken();

    String secret();
  }

  private static final class Bank implements Payments {
    @Override
    public Map<String, Object> chargeAccount(String account, int cents, Optional<String> note)
        throws HostException {
      if (account.equals("empty")) {
        throw new HostException("LookupError", "no money on " + account);
      }
      return ImmutableMap.of("account", account, "cents", cents, "note", note.orElse("-"));
    }

    @Override
    public double share(List<?> parts) {
      return 1.0 / parts.size();
    }

    @Override
    public long counted(long number) {
      return number;
    }

    @Override
    public Object same(Object value) {
      return value;
    }

    @Override
    public Object late(Set<?> prices, LocalDate since, Optional<Duration> pause) {
      return since.plusDays(prices.size()).atTime(8, 30).plus(pause.orElse(Duration.ZERO));
    }

    @Override
    public BigDecimal rounded(BigDecimal price) {
      return price.setScale(2, RoundingMode.HALF_EVEN);
    }

    @Override
    public List<Object> moments() {
      return List.of(
          Instant.ofEpochSecond(0, 1_999),
          ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneId.of("Europe/Berlin")));
    }

    @Override
    public Object called(Object function) {
      return ((GuestCallable) function).call(List.of());
    }

    @Override
    public String broken() {
      throw new IllegalStateException("password 1234");
    }

    @Override
    public String secret() {
      return "secret";
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pay.charge_account('a', 5)                   | {'account': 'a', 'cents': 5, 'note': '-'}
          pay.charge_account('a', cents=5, note='x')   | {'account': 'a', 'cents': 5, 'note': 'x'}
          pay.charge_account('a', 5, None)             | {'account': 'a', 'cents': 5, 'note': '-'}
          pay.share([1, 2])                            | 0.5
          pay.share((1, 2, 3, 4))                      | 0.25
          pay.counted(2 ** 63 - 1)                     | 9223372036854775807
          pay.counted(-2 ** 63)                        | -9223372036854775808
          pay.counted(2 ** 63)                         | ValueError: counted() can't take this as 'number': it wants an int of 64 bits
          pay.counted(3.0)                             | TypeError: counted() can't take this as 'number': it wants an int of 64 bits
          pay.same([3.0, -0.0, 1e300, 3, 2 ** 63])     | [3.0, -0.0, 1e+300, 3, 9223372036854775808]
          pay.same(None)                               | None
          pay.charge_account('empty', 5)               | LookupError: no money on empty
          pay.charge_account('a')                      | TypeError: charge_account() missing the argument 'cents'
          pay.charge_account('a', 1, 'n', 2)           | TypeError: charge_account() takes 3 arguments, not 4
          pay.charge_account('a', 1, account='b')      | TypeError: charge_account() got multiple values for argument 'account'
          pay.charge_account('a', 1, to='b')           | TypeError: charge_account() got an unexpected keyword argument 'to'
          pay.charge_account('a', '1')                 | TypeError: charge_account() can't take this as 'cents': it wants an int of 32 bits
          pay.charge_account('a', True)                | TypeError: charge_account() can't take this as 'cents': it wants an int of 32 bits
          pay.charge_account('a', 1 << 40)             | ValueError: charge_account() can't take this as 'cents': it wants an int of 32 bits
          pay.charge_account('a', 1 << 90)             | ValueError: charge_account() can't take this as 'cents': it wants an int of 32 bits
          pay.charge_account(None, 1)                  | TypeError: charge_account() can't take this as 'account': it wants str
          pay.charge_account(7, 1)                     | TypeError: charge_account() can't take this as 'account': it wants str
          pay.broken()                                 | RuntimeError: a function of the host failed
          pay.called(lambda: 1)                        | 1
          pay.called(lambda: 1 / 0)                    | ZeroDivisionError: division by zero
          pay.called(1)                                | RuntimeError: a function of the host failed
          pay.secret()                                 | AttributeError: 'Payments' object has no attribute 'secret'
          pay.getClass()                               | AttributeError: 'Payments' object has no attribute 'getClass'
          """)
  void aCallAndWhatComesOfIt(String call, String expected) {
    Run run =
        Run.of(
            SANDBOX,
            "import datetime, zoneinfo\n"
                + "from decimal import Decimal\n"
                + "class Price(Decimal): pass\n"
                + "try:\n"
                + "    print("
                + call
                + ")\nexcept Exception as e:\n    print(f'{type(e).__name__}: {e}')\n",
            GuardMode.FAST,
            GuestOptions.builder().object("pay", HostInterface.of(Payments.class, new Bank())),
            Limits.DEFAULT);
    assertThat(run.output()).isEqualTo(expected + "\n");
  }

  /** What a guest asks, and is answered. */
  private static final String DATA =
      """
      pay.same({(1, (2, 3)): 'x'})                 | {(1, (2, 3)): 'x'}
      pay.same({(1, 2)})                           | {(1, 2)}
      pay.same([frozenset({1}), set()])            | [{1}, set()]
      pay.same(datetime.date(1, 2, 3))             | 0001-02-03
      pay.same([datetime.time(23, 59, 59, 999999)]) | [datetime.time(23, 59, 59, 999999)]
      pay.same([datetime.datetime(9999, 12, 31)])  | [datetime.datetime(9999, 12, 31, 0, 0)]
      pay.same([datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)]) | [datetime.datetime(1, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)]
      pay.same(datetime.datetime(2026, 7, 1, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin'))) | 2026-07-01 00:00:00+02:00
      pay.same([datetime.timedelta(-1, 5, 7), datetime.timedelta.max]) | [datetime.timedelta(days=-1, seconds=5, microseconds=7), datetime.timedelta(days=999999999, seconds=86399, microseconds=999999)]
      pay.same([Decimal('1.50'), Decimal('-1E+99')]) | [Decimal('1.50'), Decimal('-1E+99')]
      pay.same(Decimal('NaN'))                     | ValueError: NaN has no digits that could cross to the host
      pay.same(Decimal('1E+99999'))                | ValueError: a Decimal of more than 10000 digits can not cross to the host
      pay.same(datetime.datetime(1, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=20)))) | ValueError: a datetime crosses to the host with an offset of whole seconds, up to 18 hours
      pay.same(Price('1'))                         | TypeError: a value of type 'Price' can't cross to the host: pass None, bool, int, float, str, bytes, list, tuple, dict, set, Decimal or what datetime has
      pay.same(Decimal)                            | RuntimeError: a function of the host failed
      pay.late({1, 2}, datetime.date(2026, 1, 1), datetime.timedelta(minutes=5)) | 2026-01-03 08:35:00
      pay.late([1], datetime.date(2026, 1, 1))     | TypeError: late() can't take this as 'prices': it wants a set
      pay.late({1}, datetime.datetime(2026, 1, 1)) | TypeError: late() can't take this as 'since': it wants a date
      pay.rounded(Decimal('2.345'))                | 2.34
      pay.rounded(2)                               | 2.00
      pay.rounded(2.5)                             | TypeError: rounded() can't take this as 'price': it wants a Decimal
      [str(m) for m in pay.moments()]              | ['1970-01-01 00:00:00.000001+00:00', '2026-01-02 03:04:05+01:00']
      """;

  @Test
  void dataCrossesAsWhatItIs() {
    StringBuilder program =
        new StringBuilder(
            """
            import datetime
            import zoneinfo
            from decimal import Decimal


            class Price(Decimal):
                pass


            def answer(question):
                try:
                    print(question())
                except Exception as error:
                    print(f'{type(error).__name__}: {error}')


            """);
    StringBuilder expected = new StringBuilder();
    for (String row : DATA.lines().toList()) {
      String[] parts = row.split("\\|", 2);
      program.append("answer(lambda: ").append(parts[0].strip()).append(")\n");
      expected.append(parts[1].strip()).append('\n');
    }
    Run run =
        Run.of(
            SANDBOX,
            program.toString(),
            GuardMode.FAST,
            GuestOptions.builder().object("pay", HostInterface.of(Payments.class, new Bank())),
            Limits.DEFAULT);
    assertThat(run.output()).isEqualTo(expected.toString());
  }

  /** What the host gives is no way around the policy. */
  @Test
  void aPolicyThatRefusesAModuleRefusesItsValues() {
    Policy policy =
        Policy.parse("extends = 'default'\n[modules]\nrefuse = ['datetime', 'decimal']\n")
            .policy()
            .orElseThrow()
            .withPredeclared(List.of("pay"));
    String program =
        """
        for ask in (pay.moments, lambda: pay.rounded(2), lambda: pay.same({1})):
            try:
                print(ask())
            except ImportError as error:
                print(error)
        """;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    GuestOptions options =
        GuestOptions.builder()
            .output(output)
            .object("pay", HostInterface.of(Payments.class, new Bank()))
            .build();
    try (Sandbox sandbox = Sandbox.builder().policy(policy).build();
        Guest guest = sandbox.newGuest(options)) {
      GuestResult result =
          guest.run(
              new Compiler(policy, GuardMode.FAST)
                  .compile(new SourceFile("guest.py", program))
                  .module()
                  .orElseThrow(),
              program);
      assertThat(result).isInstanceOf(GuestResult.Completed.class);
    }
    assertThat(output.toString(UTF_8))
        .isEqualTo(
            """
            import of module 'datetime' is not allowed by the policy
            import of module 'decimal' is not allowed by the policy
            {1}
            """);
  }

  @Test
  void whatCanNotBeOfferedIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> HostInterface.of(Runnable.class, () -> {}));
  }
}
