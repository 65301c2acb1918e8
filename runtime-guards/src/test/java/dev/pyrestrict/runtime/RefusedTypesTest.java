package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy calls a type what the module calls it that offers it, wherever it was made. */
final class RefusedTypesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          collections.Counter.elements   | from collections import Counter; Counter().elements
          json.JSONDecoder.decode        | import json; json.JSONDecoder().decode
          struct.Struct.pack             | import struct; struct.Struct('b').pack
          weakref.WeakSet.add            | import weakref; weakref.WeakSet().add
          types.GeneratorType.send       | (i for i in ()).send
          types.GeneratorType.send       | type(i for i in ()).send
          io.StringIO.getvalue           | import io; io.StringIO().getvalue
          collections.abc.Mapping.items  | from collections.abc import Mapping; Mapping.items
          collections.UserList.insert    | from collections import UserList; UserList().insert
          builtins.UnicodeError.args     | UnicodeError().args
          builtins.str.title             | type('Text', (str,), {})().title
          io.StringIO.getvalue           | import io, operator; operator.attrgetter('getvalue')(io.StringIO())
          io.StringIO.getvalue           | import io; class_ = type('S', (io.StringIO,), {}); super(class_, class_()).getvalue
          enum.Enum.name                 | import enum; enum.IntEnum('E', 'A').A.name
          """)
  void itsAttributeIsRefused(String refused, String program) {
    for (GuardMode mode : GuardMode.values()) {
      assertThat(traceback(refused, program, mode)).endsWith("the policy refuses it\n");
      assertThat(ended("builtins.list.nothing", program, mode))
          .isInstanceOf(GuestResult.Completed.class);
    }
  }

  private static String traceback(String refused, String program, GuardMode mode) {
    return assertInstanceOf(GuestResult.Raised.class, ended(refused, program, mode)).traceback();
  }

  private static GuestResult ended(String refused, String program, GuardMode mode) {
    Policy policy =
        Policy.parse("[attributes]\nrefuse = ['" + refused + "']\n").policy().orElseThrow();
    return Run.of(policy, mode, program).result();
  }
}
