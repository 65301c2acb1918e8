package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each command answers to good and bad input: status, and what is said where. DIR is a
 * directory with files.
 */
final class CommandTest {
  @TempDir private Path directory;
  private Workspace files;

  @BeforeEach
  void fill() throws IOException {
    files = new Workspace(directory);
    files.write("good.py", "print('hello', 1 + 1)\n");
    files.write("syntax.py", "x = 1\ndef f(:\n    pass\n");
    files.write("violation.py", "import os\n\nprint(().__class__.__subclasses__())\n");
    files.write("escape.py", "x = '\u001b[31m' + f\u202e\n");
    files.write("raises.py", "def f(n):\n    return 1 / n\n\n\nf(0)\n");
    files.write("exits.py", "raise SystemExit(3)\n");
    files.write("loops.py", "while True:\n    pass\n");
    files.write("floods.py", "while True:\n    print('x' * 1000)\n");
    files.write("deep.py", "def down(n):\n    return n and down(n - 1) + 1\nprint(down(300))\n");
    files.write("large.py", "n = 2_000_000\nprint(len('a' * n))\n");
    files.write("arguments.py", "import sys\nprint(sys.argv[1:])\n");
    files.write("bad.toml", "extends = \"default\"\n[modules]\nalow = [\"os\"]\n");
    files.write("good.toml", "extends = \"strict\"\n[modules]\nallow = [\"math\"]\n");
    files.write("os.toml", "[modules]\nallow = [\"os\"]\n");
    files.write("empty.txt", "");
    files.write("nested.toml", "a = " + "[".repeat(100_000));
    Files.createDirectories(directory.resolve("stars-in-rules"));
    files.write("stars-in-rules/.gitignore", "*a".repeat(20) + "\n");
    files.write("stars-in-rules/" + "a".repeat(200) + "b.py", "");
    Files.writeString(directory.resolve("latin.py"), "x = '\u00e9'\n", ISO_8859_1);
    Files.createDirectories(directory.resolve("tree/.venv"));
    Files.createDirectories(directory.resolve("tree/build"));
    files.write("tree/a.py", "import os\n");
    files.write("tree/b.py", "x = 1\n");
    files.write("tree/.venv/c.py", "import os\n");
    files.write("tree/build/d.py", "import os\n");
    files.write("tree/.gitignore", "build/\n");
    Files.createDirectories(directory.resolve("shop/goods"));
    files.write(
        "shop/__main__.py", "from goods import pen\nimport goods.tax as t\nprint(pen, t._rate)\n");
    files.write("shop/goods/__init__.py", "from .tax import with_tax\npen = with_tax(10)\n");
    files.write("shop/goods/tax.py", "_rate = 2\ndef with_tax(x):\n    return x * _rate\n");
    Files.createDirectories(directory.resolve("stars/goods"));
    files.write(
        "stars/__main__.py",
        """
        from goods import *
        from goods.tax import *
        print(rate(2), pen, kinds.price, len([1]), dear if 'dear' in globals() else 'cheap')
        """);
    files.write(
        "stars/goods/__init__.py",
        """
        from .tax import *
        from .kinds import *
        from . import quiet
        pen = kinds.price
        if pen > 100:
            dear = True
        """);
    files.write(
        "stars/goods/tax.py",
        "from math import *\ndef rate(x): return floor(x * pi)\ndef len(x): return 'own'\n");
    files.write(
        "stars/goods/kinds.py", "__all__ = ['_low']\n__all__ += []\n_low = 1\nprice = 10\n");
    files.write("stars/goods/quiet.py", "");
    Files.createDirectories(directory.resolve("unknown"));
    files.write("unknown/__main__.py", "from listed import *\n");
    files.write("unknown/listed.py", "__all__ = [name for name in 'ab']\n");
    Files.createDirectories(directory.resolve("broken"));
    Files.createDirectories(directory.resolve("nothing"));
    files.write("broken/__main__.py", "import part\npart.fail()\n");
    files.write("broken/part.py", "def fail():\n    return {}['k']\n");
    files.write("astray.py", "from .. import x\n");
    for (String twin : new String[] {"one", "two"}) {
      Files.createDirectories(directory.resolve("twins").resolve(twin));
      files.write("twins/" + twin + "/app.toml", "entry = \"app:handle\"\nroute = \"/same\"\n");
      files.write("twins/" + twin + "/app.py", "def handle(request):\n    return 'x'\n");
    }
    Files.createDirectories(directory.resolve("project/src/goods"));
    files.write("project/src/main.py", "from goods.tax import rate\nprint(rate)\n");
    files.write("project/src/goods/__init__.py", "");
    files.write("project/src/goods/tax.py", "import goods\nrate = 2\n");
    files.write("project/setup_all.py", "import src.main\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # command                                  | status | standard output holds          | standard error holds
          --version                                  | 0      | GraalPy 25                     |
          --help                                     | 0      | Exit status                    |
          check --help                               | 0      | Examples                       |
          nonsense                                   | 2      |                                | Try 'pyrestrict --help'
          check                                      | 2      |                                | Missing required parameter
          check --format jsn DIR/good.py             | 2      |                                | none of text, json, sarif, junit, github, gitlab; did you mean 'json'?
          check --format JSON DIR/good.py            | 0      | "diagnostics" : [ ]            |
          check --jobs two DIR/good.py               | 2      |                                | 'two' is not a number
          check --stdin-name / -                     | 2      |                                | no name of a file
          check --policy everything DIR/good.py      | 0      |                                | REFUSES NOTHING
          compile --emit sorce DIR/good.py           | 2      |                                | did you mean 'source'?
          compile --guards some DIR/good.py          | 2      |                                | none of full, fast
          audit --jobs 0 DIR/good.py                 | 2      |                                | --jobs must be between 1 and 256
          audit --format sarif DIR/good.py           | 2      |                                | none of text, json
          serve --port 99999 DIR                     | 2      |                                | from 0 to 65535
          serve --check DIR/twins/one                | 0      |                                |
          serve --check DIR/twins                    | 2      |                                | 'one' and 'two' have the same address
          serve --check --config DIR/bad.toml DIR/twins/one | 2 |                              | unknown key 'extends'
          serve --admin-port -1 --admin-token x DIR  | 2      |                                | from 0 to 65535
          check DIR/good.py                          | 0      |                                |
          check DIR/syntax.py                        | 1      | syntax.py:2:7: error[PR0001]   |
          check DIR/violation.py                     | 1      | violation.py:1:8: error[PR0301] |
          check DIR/violation.py                     | 1      | error[PR0201]                  |
          check DIR/latin.py                         | 2      | error[PR0003]                  |
          check DIR/missing.py                       | 2      |                                | missing.py: no such file or directory
          check /proc/self/mem DIR/violation.py      | 2      | violation.py:1:8: error[PR0301] | /proc/self/mem: can't be read
          check /dev/zero                            | 2      | larger than 8 MiB              |
          check --policy /dev/zero DIR/good.py       | 2      |                                | larger than 8 MiB
          check --baseline /dev/zero DIR/good.py     | 2      |                                | /dev/zero: is too large
          check --policy DIR/nested.toml DIR/good.py | 2      |                                | nested.toml:1:1: error[PR0901]: the file is nested too deeply
          check DIR/stars-in-rules                   | 0      |                                |
          check DIR/missing.py DIR/gone.py           | 2      |                                | gone.py: no such file or directory
          chck DIR/good.py                           | 2      |                                | there is no command 'chck'; did you mean 'check'?
          explain nosuchthing                        | 0      | there is no module or builtin of this name; |
          explain opn                                | 0      | did you mean 'open'?           |
          explain json.dmps                          | 0      | did you mean 'json.dumps'?     |
          explain list.append                        | 0      | attribute append: every        |
          explain json.JSONDecoder.decode            | 0      | attribute decode: every        |
          explain lambda                             | 0      | lambda: a keyword              |
          check DIR/nothing                          | 0      |                                | there is no Python file to check
          check DIR/tree                             | 1      | 1 finding in 1 of 2 files      |
          check --exclude a.py DIR/tree              | 0      |                                |
          check --policy nonsense DIR/good.py        | 2      |                                | profiles are default
          check --policy DIR/missing.toml DIR/good.py | 2     |                                | missing.toml: no such file
          check --policy DIR/bad.toml DIR/good.py    | 2      |                                | bad.toml:3:1: error[PR0902]
          check --policy DIR/good.toml DIR/good.py   | 0      |                                |
          check --baseline DIR/empty.txt DIR/good.py | 2      |                                | not a baseline
          compile --guards=full DIR/good.py          | 0      | _print_(                       |
          compile DIR/violation.py                   | 1      |                                | error[PR0301]
          compile DIR/tree                           | 2      |                                | name a directory with -o
          explain                                    | 0      | PR0201                         |
          explain PR0301                             | 0      | instead:                       |
          explain PR9999                             | 2      |                                | there is no rule PR9999
          explain eval                               | 0      | builtin eval: refused          |
          explain json                               | 0      | may be imported                |
          explain os                                 | 0      | no policy can allow it         |
          explain os.path                            | 0      | module os.path: can't          |
          explain json.dumps                         | 0      | guests have it                 |
          explain --policy strict json               | 0      | its file can allow it          |
          explain append                             | 0      | attribute append: every        |
          explain __globals__                        | 0      | attribute __globals__: refused |
          explain ../x                               | 2      |                                | neither a rule nor a name
          policy                                     | 2      |                                | show, init or lint
          policy lnt                                 | 2      |                                | no command 'lnt'; did you mean 'lint'?
          policy show more                           | 2      |                                | 'more' is an argument too many
          policy show                                | 0      | extends = "default"            |
          policy lint DIR/good.toml                  | 0      |                                |
          policy lint DIR/bad.toml                   | 2      | did you mean                   |
          policy lint DIR/os.toml                    | 1      | os.toml:2: module 'os' has no facade |
          policy lint DIR/missing.toml               | 2      |                                | missing.toml: no such file
          policy init DIR/good.toml                  | 2      |                                | exists already
          completion                                 | 0      | complete                       |
          run DIR/good.py                            | 0      | hello 2                        |
          run DIR/arguments.py --cpu x               | 0      | ['--cpu', 'x']                 |
          run DIR/raises.py                          | 1      |                                | line 2, in f
          run DIR/raises.py                          | 1      |                                | ZeroDivisionError: division by zero
          run DIR/exits.py                           | 1      |                                |
          run DIR/violation.py                       | 3      |                                | error[PR0301]
          run DIR/syntax.py                          | 3      |                                | error[PR0001]
          run DIR/latin.py                           | 2      |                                | error[PR0003]
          run DIR/missing.py                         | 2      |                                | no such file
          run DIR                                    | 2      |                                | there is no __main__.py
          run DIR/shop                               | 0      | 20 2                           |
          run DIR/stars                              | 0      | 6 10 10 own cheap              |
          run --guards full DIR/stars                | 0      | 6 10 10 own cheap              |
          check DIR/unknown                          | 1      | __main__.py:1:20: error[PR0302] |
          run --isolate process DIR/shop             | 0      | 20 2                           |
          run DIR/broken                             | 1      |                                | part.py", line 2, in fail
          run --isolate process --cpu 1s DIR/loops.py | 4     |                                | loops.py:1:1: stopped
          run DIR/astray.py                          | 3      |                                | error[PR0303]
          check DIR/shop                             | 0      |                                |
          check DIR/project                          | 0      |                                |
          run --cpu fast DIR/good.py                 | 2      |                                | is not a time
          run --cpu 2562048h DIR/good.py             | 2      |                                | is not a time
          run --cpu 2562047h DIR/good.py             | 0      | hello 2                        |
          run --memory 8388608T DIR/good.py          | 2      |                                | is not a size
          run --memory 0MB DIR/good.py               | 2      |                                | is not a size
          run --cpu 300ms DIR/loops.py               | 4      |                                | processor time
          run --cpu 300ms DIR/loops.py               | 4      |                                | loops.py:1:1: stopped
          run --output 10KB DIR/floods.py            | 4      | xxxx                           | wrote more than
          run --recursion 100 DIR/deep.py            | 1      |                                | RecursionError
          run --recursion 400 DIR/deep.py            | 0      | 300                            |
          run --recursion 99 DIR/deep.py             | 2      |                                | is not a number from 100 to 5000
          run --result 1MB DIR/large.py              | 1      |                                | MemoryError
          run --isolate process --result 1MB DIR/large.py | 1 |                                | MemoryError
          run --result 3MB DIR/large.py              | 0      | 2000000                        |
          run --result 1023KB DIR/large.py           | 2      |                                | from 1MB to 1GB
          run --steps 1000 DIR/loops.py              | 4      |                                | loops.py:1:1: stopped
          run --steps 1000 DIR/loops.py              | 4      |                                | more than 1000 steps (--steps)
          run --isolate process --steps 1000 DIR/loops.py | 4 |                                | more than 1000 steps
          run --steps 10000 --stats DIR/good.py      | 0      | hello 2                        | of 10000
          run --steps 0 DIR/good.py                  | 2      |                                | is not a number above 0
          run --isolate none DIR/good.py             | 0      | hello 2                        |
          run --isolate proces DIR/good.py           | 2      |                                | did you mean 'process'?
          run --isolate process --recursion 100 DIR/deep.py | 1 |                              | RecursionError
          """)
  void answers(String command, int status, String out, String err) {
    Terminal.Result result = files.run(command);
    assertWithMessage("%s%s", result.out(), result.err()).that(result.status()).isEqualTo(status);
    if (out == null) {
      assertThat(result.out()).isEmpty();
    } else {
      assertThat(result.out()).contains(out);
    }
    if (err == null) {
      assertThat(result.err()).isEmpty();
    } else {
      assertThat(result.err()).contains(err);
    }
    assertThat(result.out() + result.err())
        .doesNotContainMatch("\\tat |Exception in|[a-z]\\.[A-Z]\\w+Exception");
  }

  @Test
  void hostileTextReachesNoTerminal() {
    Terminal.Result result = files.run("check DIR/escape.py");
    assertThat(result.out()).doesNotContainMatch("[\\x00-\\x08\\x0b-\\x1f\\u202e]");
  }

  @Test
  void anEmptyArgumentIsNotTheWorkingDirectory() {
    assertThat(Terminal.run("check", "").status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void standardInputIsReadAndNamed() {
    Terminal.Result result =
        Terminal.runWithInput("import os\n", "check", "--stdin-name", "rule.py", "-");
    assertThat(result.status()).isEqualTo(ExitStatus.REPORTED);
    assertThat(result.out()).startsWith("rule.py:1:8: error[PR0301]");
  }

  @Test
  void aGuestReadsStandardInputWhenThePolicySaysSo() throws IOException {
    files.write(
        "adds.py", "import sys\nprint(int(input()) + int(input()), repr(sys.stdin.read()))\n");
    files.write("input.toml", "standard_input = true\n");
    String program = directory.resolve("adds.py").toString();
    String input = "40\r\n2\nth\u00e9\nrest";
    assertThat(
            Terminal.runWithInput(
                    input, "run", "--policy", directory.resolve("input.toml").toString(), program)
                .out())
        .isEqualTo("42 'th\u00e9\\nrest'\n");
    assertThat(Terminal.runWithInput(input, "run", program).err())
        .contains("EOFError: EOF when reading a line");
  }

  @Test
  void guardsStandOnTheLinesTheyCameFrom() throws IOException {
    files.write("guarded.py", "def f(x):\n    x.foo = x.foo + x[0]\n    print(x)\n");
    assertThat(files.run("compile --guards=full DIR/guarded.py").out())
        .isEqualTo(
            """
            def f(x):
             _write_(x).foo = _getattr_(x, 'foo') + _getitem_(x, 0)
             _print_(x)
            """);
  }

  @Test
  void aTreeIsCompiledToTheSameBytesEveryTime() throws IOException {
    files.run("compile --no-cache --exclude a.py -o DIR/one DIR/tree");
    files.run("compile --no-cache --exclude a.py -o DIR/two DIR/tree");
    for (String name : new String[] {"b.py", "b.pyr"}) {
      assertThat(Files.readString(directory.resolve("two").resolve(name)))
          .isEqualTo(Files.readString(directory.resolve("one").resolve(name)));
    }
  }

  @Test
  void aBaselineLeavesOutOldFindingsAndKeepsNewOnes() throws IOException {
    assertThat(files.run("check --write-baseline DIR/old DIR/violation.py").status())
        .isEqualTo(ExitStatus.DONE);
    assertThat(files.run("check --baseline DIR/old DIR/violation.py").status())
        .isEqualTo(ExitStatus.DONE);
    files.write(
        "violation.py", "\n\nimport os\nimport socket\n\nprint(().__class__.__subclasses__())\n");
    Terminal.Result result = files.run("check --baseline DIR/old DIR/violation.py");
    assertThat(result.out()).contains(":4:8: error[PR0301]");
    assertThat(result.out()).doesNotContain(":3:8:");
  }

  @Test
  void aPolicyThatInitWroteIsOneThatLintAccepts() {
    assertThat(files.run("policy init DIR/new.toml").status()).isEqualTo(ExitStatus.DONE);
    assertThat(files.run("policy lint DIR/new.toml").status()).isEqualTo(ExitStatus.DONE);
    assertThat(files.run("check --policy DIR/new.toml DIR/good.py").status())
        .isEqualTo(ExitStatus.DONE);
  }
}
