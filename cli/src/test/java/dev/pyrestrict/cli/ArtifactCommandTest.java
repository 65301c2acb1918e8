package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From compiling to running what verifies, over the command. DIR is a directory with files. */
final class ArtifactCommandTest {
  @TempDir private Path directory;
  private Workspace files;

  @BeforeEach
  void fill() throws IOException, NoSuchAlgorithmException {
    files = new Workspace(directory);
    files.write(
        "src/__main__.py", "import sys\nfrom shop.tax import pay\nprint(pay(3), sys.argv[1:])\n");
    files.write("src/shop/__init__.py", "");
    files.write("src/shop/tax.py", "def pay(n):\n    return n * 2 if n else {}['k']\n");
    files.write("fails.py", "def f():\n    return 1 / 0\n\n\nf()\n");
    files.write("refused.py", "import os\n");
    files.writeKeys("key");
    files.writeKeys("other");
    files.succeed("compile --no-cache --sign DIR/key.pem -o DIR/signed DIR/src");
    files.succeed("compile --no-cache --emit map,ast,manifest -o DIR/plain DIR/src");
    files.succeed("compile --no-cache --sign DIR/key.pem -o DIR/changed DIR/src");
    Path main = directory.resolve("changed/__main__.pyr");
    Files.writeString(main, Files.readString(main).replace("pay(3)", "pay(4)"));
    files.write("lone.pyr", files.succeed("compile --emit artifact DIR/fails.py"));
    files.write(
        "broken.pyr", Files.readString(directory.resolve("lone.pyr")).replace("1 / 0", "2 / 0"));
    files.write("nonsense.pyr", "{}");
    String compiler = "\"compiler\":\"";
    files.write(
        "older.pyr",
        Files.readString(directory.resolve("lone.pyr")).replace(compiler, compiler + "older "));
    // Names in a manifest that would be written to the terminal as they are.
    files.succeed("compile --no-cache -o DIR/named DIR/src");
    Path named = directory.resolve("named");
    Files.move(named.resolve("__main__.pyr"), named.resolve("\u001b[2J\n.pyr"));
    Path manifest = named.resolve("pyrestrict-manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("__main__.pyr", "\\u001b[2J\\n.pyr"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # command                                               | status | output holds
          verify --key DIR/key.pub DIR/signed                      | 0      | 3 modules, signed
          verify --unsigned DIR/plain                              | 0      | who made it is not known
          verify --key DIR/key.pub DIR/plain                       | 1      | is not signed
          verify --key DIR/other.pub DIR/signed                    | 1      | is not this key's signature
          verify --key DIR/key.pub DIR/changed                     | 1      | __main__.pyr: was changed since it was compiled
          verify --key DIR/key.pub --policy strict DIR/signed      | 1      | compiled under another policy
          verify --unsigned DIR/src                                | 1      | there is no pyrestrict-manifest.json
          verify --key DIR/key.pem DIR/signed                      | 2      | openssl pkey -in key.pem -pubout
          verify --key DIR/missing.pub DIR/signed                  | 2      | no such file
          verify --key DIR/fails.py DIR/signed                     | 2      | not a key in PEM
          verify --key DIR/key.pub DIR/missing                     | 2      | no such file
          verify --key DIR/key.pub DIR/lone.pyr                    | 2      | is not a directory
          verify DIR/signed                                        | 2      | name a --key
          verify --unsigned --key DIR/key.pub DIR/signed           | 2      | name a --key
          run --verify DIR/key.pub DIR/signed one two              | 0      | 6 ['one', 'two']
          run DIR/signed                                           | 0      | 6 []
          run DIR/plain                                            | 0      | 6 []
          run --isolate process DIR/signed                         | 0      | 6 []
          run --verify DIR/key.pub DIR/signed/__main__.pyr         | 0      | 6 []
          run --verify DIR/key.pub DIR/plain                       | 3      | is not signed
          run --verify DIR/other.pub DIR/signed                    | 3      | is not this key's signature
          run --verify DIR/key.pub DIR/changed                     | 3      | was changed since
          run DIR/changed                                          | 3      | was changed since
          run DIR/changed/__main__.pyr                             | 3      | was changed since
          run --policy strict DIR/signed                           | 3      | compiled under another policy
          run --verify DIR/key.pub DIR/src                         | 3      | there is no pyrestrict-manifest.json
          run --verify DIR/key.pub DIR/fails.py                    | 3      | --verify runs only
          run --verify DIR/key.pub -                               | 3      | --verify runs only
          run --verify DIR/key.pub DIR/lone.pyr                    | 3      | no signed manifest
          run --verify DIR/missing.pub DIR/signed                  | 2      | no such file
          run DIR/lone.pyr                                         | 1      | fails.py", line 2, in f
          run DIR/lone.pyr                                         | 1      | return 1 / 0
          run DIR/broken.pyr                                       | 3      | was changed
          run DIR/nonsense.pyr                                     | 3      | is not an artifact
          run --policy strict DIR/lone.pyr                         | 3      | another policy
          run DIR/missing.pyr                                      | 2      | no such file
          run DIR/older.pyr                                        | 3      | compile it again
          run DIR/named                                            | 2      | there is no __main__.pyr in it: name the artifact
          compile --sign DIR/key.pub -o DIR/x DIR/src              | 2      | openssl genpkey
          compile --sign DIR/key.pem DIR/fails.py                  | 2      | use -o as well
          compile --emit source,map DIR/fails.py                   | 2      | one form at a time
          compile --emit nonsense DIR/fails.py                     | 2      | --emit
          compile --jobs 0 DIR/fails.py                            | 2      | --jobs must be between
          compile --no-cache -o DIR/x DIR/fails.py DIR/fails.py    | 2      | written to the same file
          compile --no-cache -o DIR/src DIR/src                    | 2      | would be written over
          compile --no-cache -o DIR DIR/src DIR/fails.py           | 2      | fails.py: would be written over
          compile --no-cache -o DIR/signed DIR/src                 | 0      | 3 compiled
          compile --no-cache -o DIR/key.pem DIR/fails.py           | 2      | can't be written
          compile --no-cache -o DIR/x DIR/refused.py DIR/fails.py  | 1      | nothing is written
          compile --emit ast DIR/fails.py                          | 0      | Module(body=[FunctionDef(
          compile --emit map DIR/fails.py                          | 0      | "endColumn"
          compile --emit manifest DIR/fails.py                     | 0      | "sourceSha256"
          """)
  void answers(String command, int status, String expected) {
    Terminal.Result result = files.run(command);
    String all = result.out() + result.err();
    assertWithMessage(all).that(result.status()).isEqualTo(status);
    assertThat(all).contains(expected);
    assertThat(all).doesNotContain("\u001b");
    assertThat(all).doesNotContainMatch("\\tat |Exception in|[a-z]\\.[A-Z]\\w+Exception");
  }

  @Test
  void aRefusedProgramLeavesNoTree() {
    files.run("compile --no-cache -o DIR/none DIR/refused.py DIR/fails.py");
    assertThat(Files.exists(directory.resolve("none"))).isFalse();
  }

  @Test
  void theSameProgramGivesTheSameBytesWhereverItLies() throws IOException {
    Path elsewhere = directory.resolve("elsewhere/deep");
    Files.createDirectories(elsewhere.resolve("shop"));
    for (String name : new String[] {"__main__.py", "shop/__init__.py", "shop/tax.py"}) {
      Files.copy(directory.resolve("src").resolve(name), elsewhere.resolve(name));
    }
    files.succeed("compile --no-cache --jobs 1 --sign DIR/key.pem -o DIR/again DIR/elsewhere/deep");
    for (String name :
        new String[] {
          "__main__.pyr",
          "shop/tax.pyr",
          "shop/tax.py",
          "pyrestrict-manifest.json",
          "pyrestrict-manifest.json.sig"
        }) {
      assertThat(Files.readString(directory.resolve("again").resolve(name)))
          .isEqualTo(Files.readString(directory.resolve("signed").resolve(name)));
    }
  }

  @Test
  void whatIsUnchangedIsNotCompiledAgain() throws IOException {
    assertThat(files.succeed("compile --cache DIR/cache -o DIR/out DIR/src"))
        .contains("3 compiled, 0 unchanged");
    files.write("src/shop/tax.py", "def pay(n):\n    return n * 3\n");
    assertThat(files.succeed("compile --cache DIR/cache -o DIR/out DIR/src"))
        .contains("1 compiled, 2 unchanged");
    assertThat(files.succeed("run DIR/out")).contains("9 []");
    assertThat(files.succeed("compile --guards=full --cache DIR/cache -o DIR/out DIR/src"))
        .contains("3 compiled, 0 unchanged");
  }

  @Test
  void aTreeOfArtifactsIsNoSource() throws IOException {
    files.succeed("compile --no-cache -o DIR/src/build DIR/src");
    files.write("src/build/shop/tax.py", "import os\n");
    assertThat(files.succeed("check --format json DIR/src")).contains("\"files\" : 3");
  }

  @Test
  void guardsSayWhatTheyAnswer() throws IOException {
    files.write(
        "traced.py",
        """
        class A:
            pass

        a = A()
        a.x = 1
        try:
            getattr(a, '__dict' + '__').clear()
            getattr(A, '__subclasses' + '__')
        except AttributeError:
            pass
        """);
    Terminal.Result result = files.run("run --trace-guards --stats DIR/traced.py");
    assertThat(result.err()).contains("traced.py:5: _write_: A: allowed");
    assertThat(result.err())
        .contains("traced.py:8: getattr: class A.__subclasses__: AttributeError: attribute");
    assertThat(result.err()).containsMatch("cpu +\\d\\.\\d{3} s of 10.000 s");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(files.run("run --isolate process --trace-guards DIR/traced.py").err())
        .contains("traced.py:5: _write_: A: allowed");
  }
}
