package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.rewriter.GuardMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
          pay.secret()                                 | AttributeError: 'Payments' object has no attribute 'secret'
          pay.getClass()                               | AttributeError: 'Payments' object has no attribute 'getClass'
          """)
  void aCallAndWhatComesOfIt(String call, String expected) {
    Run run =
        Run.of(
            SANDBOX,
            "try:\n    print("
                + call
                + ")\nexcept Exception as e:\n    print(f'{type(e).__name__}: {e}')\n",
            GuardMode.FAST,
            GuestOptions.builder().object("pay", HostInterface.of(Payments.class, new Bank())),
            Limits.DEFAULT);
    assertThat(run.output()).isEqualTo(expected + "\n");
  }

  @Test
  void whatCanNotBeOfferedIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> HostInterface.of(Runnable.class, () -> {}));
  }
}
