package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Splitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paths a pattern of {@code .gitignore} means. */
final class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # pattern | those that match        | those that do not
          a.py      | a.py x/a.py x/y/a.py    | ba.py a.pyc a.py/x
          /a.py     | a.py                    | x/a.py
          x/a.py    | x/a.py                  | a.py y/x/a.py
          *.py      | .py a.py x/a.py         | a.pyc a.py/x
          x/*       | x/ x/a                  | x/a/b
          x/**      | x/ x/a x/a/b            | x y/x/a
          **/a      | a x/a x/y/a             | xa x/ya
          x/**/a    | x/a x/y/a x/y/z/a       | xa x/ya a
          a?c       | abc x/abc               | ac a/c
          *a*b*     | ab xaxbx x/aab          | ba a/b
          **a*b     | ab xa/yab a/b/ab        | a/b
          [a].py    | [a].py                  | a.py
          """)
  void means(String pattern, String matching, String others) {
    Glob glob = new Glob(pattern);
    for (String path : Splitter.on(' ').split(matching)) {
      assertWithMessage("%s and %s", pattern, path).that(glob.matches(path)).isTrue();
    }
    for (String path : Splitter.on(' ').split(others)) {
      assertWithMessage("%s and %s", pattern, path).that(glob.matches(path)).isFalse();
    }
  }
}
