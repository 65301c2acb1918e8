package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module that is imported with a star is known to have: what becomes text is a name. */
final class ExportedNamesTest {
  private static ImmutableMap<String, ImmutableSet<String>> exported(String module) {
    ImmutableMap<String, SourceFile> sources =
        ImmutableMap.of(
            "m",
            new SourceFile("m.py", module),
            "main",
            new SourceFile("main.py", "from m import *\n"));
    return Program.of(sources.keySet()).withSources(sources).exported();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a = 1; _b = 2; def_ = 3                | a def_
          __all__ = ['_b', 'c']; _b = c = 1      | _b c
          __all__ = ('a',) + ('b',)              | a b
          __all__ = ['a']; __all__.extend(['b']) | a b
          __all__ = ['é', '_x_']                 | é _x_
          """)
  void namesAreReadOffTheText(String module, String names) {
    assertThat(String.join(" ", exported(module + "\n").get("m"))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['a = 1\\nimport os\\nb']",
        "['a; import os']",
        "['a#']",
        "['if']",
        "['None']",
        "['']",
        "['*']",
        "['a.b']",
        "['1a']",
        "['\uff5a']",
        "['\u017f']",
        "[b'a']",
        "[1]",
        "names",
        "['a'] * 2"
      })
  void whatIsNoNameIsNotKnown(String listed) {
    assertThat(exported("names = []\n__all__ = " + listed + "\n")).doesNotContainKey("m");
  }
}
