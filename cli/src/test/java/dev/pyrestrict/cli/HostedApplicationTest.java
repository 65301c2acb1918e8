package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application from its check to the server, over the command. DIR is a directory with files. */
final class HostedApplicationTest {
  /** Directories that their authors wrote to do harm to whoever checks them. */
  private static final Path STRANGERS =
      Path.of(System.getProperty("pyrestrict.root"), "testdata/hosting/strangers");

  @TempDir private Path directory;
  private Workspace files;

  @BeforeEach
  void fill() throws IOException, NoSuchAlgorithmException {
    files = new Workspace(directory);
    files.writeKeys("key");
    files.write(
        "apps/books/app.toml", "policy = \"rules/books.toml\"\nservices.sql = [\"books\"]\n");
    files.write("apps/books/rules/books.toml", "[builtins]\nrefuse = [\"sorted\"]\n");
    files.write(
        "apps/books/app.py", "import mysql\nimport shelf\napplication = handle = shelf.all\n");
    files.write(
        "apps/books/shelf.py",
        "import html\ndef all(request):\n    return open('page.html').read()\n");
    files.write("apps/books/page.html", "<p>Books\n");
    files.write("apps/books/.env", "SECRET=1\n");
    files.write("apps/hello/app.toml", "entry = \"hello:handle\"\n");
    files.write("apps/hello/hello.py", "def handle(request):\n    return 'hello'\n");
    files.write("bad/key/app.toml", "guests = 1\nentri = \"app:handle\"\n");
    files.write("bad/key/app.py", "");
    files.write("bad/entry/app.toml", "");
    files.write("bad/entry/main.py", "");
    files.write("bad/name/app.toml", "");
    files.write("bad/name/app.py", "");
    files.write("bad/name/session.py", "");
    files.write("bad/code/app.toml", "");
    files.write("bad/code/app.py", "import socket\n");
    files.write("bad/own/app.toml", "policy = \"own.toml\"\n");
    files.write("bad/own/own.toml", "[builtins]\nrefuse = [\"sorted\"]\n");
    files.write("bad/own/app.py", "sorted\n");
    files.write("outside/app/app.toml", "policy = \"../policy.toml\"\n");
    files.write("outside/app/app.py", "");
    files.write("outside/policy.toml", "");
    files.write("twice/app.toml", "");
    files.write("twice/app.py", "");
    files.write("twice/app.ast", "");
    files.write("other/app.toml", "[database]\nhost = \"db\"\n");
    files.write("other/main.py", "");
    files.write("bad/nested/app.toml", "a = " + "[".repeat(100_000));
    files.write("bad/nested/app.py", "");
    files.write("bad/large/app.toml", "#".repeat(2 << 20));
    files.write("bad/large/app.py", "");
    files.write("taken/app.toml", "another tool's\n");
    files.succeed("compile --no-cache --sign DIR/key.pem -o DIR/signed/books DIR/apps/books");
    files.succeed("compile --no-cache -o DIR/plain DIR/apps/hello");
    files.succeed("compile --no-cache --sign DIR/key.pem -o DIR/changed DIR/apps/books");
    files.write("changed/app.toml", "policy = \"rules/books.toml\"\nservices.sql = [\"other\"]\n");
    files.write("program/__main__.py", "");
    files.succeed("compile --no-cache --sign DIR/key.pem -o DIR/granted DIR/program");
    files.succeed("compile --no-cache -o DIR/program-beside DIR/program");
    files.write("program-beside/app.toml", "entry = \"a:b\"\n");
    files.write("granted/app.toml", "entry = \"__main__:handle\"\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # command                                            | status | output holds
          check DIR/apps                                        | 0      |
          check DIR/apps/books                                  | 0      |
          check --policy strict DIR/apps/hello                  | 0      |
          check --policy strict DIR/apps/books                  | 1      | shelf.py:1:8: error[PR0301]
          check DIR/bad/code                                    | 1      | app.py:1:8: error[PR0301]
          check DIR/bad/own                                     | 1      | builtin 'sorted' is not available
          check --policy default DIR/bad/own                    | 0      |
          check DIR/bad/key                                     | 2      | app.toml:2: unknown key 'entri'; did you mean 'entry'?
          check DIR/bad/entry                                   | 2      | app.toml:1: 'entry' names the module 'app', and there is no such file
          check DIR/bad/name                                    | 2      | app.toml:1: the module 'session' has the name of a service's client
          check DIR/other                                       | 0      |
          check DIR/bad/nested                                  | 2      | app.toml:1: it is nested too deeply
          check DIR/bad/large                                   | 2      | app.toml: can't be read
          check STRANGERS/device                                | 2      | app.toml:2: 'policy' names /dev/stdin, which can't be read
          check STRANGERS/outside                               | 2      | app.toml:2: 'policy' names
          check STRANGERS/link                                  | 2      | linked.toml, which can't be read
          check STRANGERS/settings                              | 0      |
          check STRANGERS/everything                            | 2      | own.toml, which refuses nothing
          serve --check STRANGERS/everything                    | 3      | own.toml, which refuses nothing
          compile -o DIR/left STRANGERS/signature               | 0      | 1 compiled
          run DIR/program-beside                                | 0      |
          policy suggest DIR/apps                               | 0      | open
          compile DIR/apps/hello/hello.py                       | 0      | def handle
          compile -o DIR/new DIR/apps                           | 2      | books: is an application: compile it by itself
          compile -o DIR/new DIR/apps/books DIR/apps/hello      | 2      | books: is an application: compile it by itself
          compile -o DIR/new DIR/outside/app                    | 2      | policy.toml, which can't be read
          compile -o DIR/new --emit ast DIR/twice               | 2      | to the same file: app.ast
          compile -o DIR/taken DIR/apps/hello                   | 2      | app.toml: would be written over
          compile -o DIR/apps/hello DIR/apps/hello              | 2      | would be written over
          verify --key DIR/key.pub DIR/signed/books             | 0      | 2 modules, signed
          verify --key DIR/key.pub --policy strict DIR/signed/books | 1  | compiled under another policy
          verify --key DIR/key.pub DIR/changed                  | 1      | app.toml: was changed since it was compiled
          verify --unsigned DIR/plain                           | 0      | 1 module
          run DIR/signed/books                                  | 2      | is an application: 'pyrestrict serve' runs it
          run DIR/apps/hello                                    | 2      | is an application: 'pyrestrict serve' runs it
          serve --check DIR/apps                                | 0      |
          serve --check DIR/signed                              | 0      |
          serve --check --verify DIR/key.pub DIR/signed         | 0      |
          serve --check DIR/plain                               | 0      |
          serve --check --verify DIR/key.pub DIR/plain          | 3      | is not signed
          serve --check --verify DIR/key.pub DIR/apps           | 3      | there is no pyrestrict-manifest.json in it
          serve --check --verify DIR/key.pub DIR/changed        | 3      | app.toml: was changed since it was compiled
          serve --check DIR/changed                             | 3      | app.toml: was changed since it was compiled
          serve --check --verify DIR/key.pub DIR/granted        | 3      | app.toml is not in the manifest
          serve --check --verify DIR/missing.pub DIR/signed     | 2      | no such file
          """)
  void answers(String command, int status, String output) {
    Terminal.Result result = files.run(command.replace("STRANGERS", STRANGERS.toString()));
    String all = result.out() + result.err();
    assertWithMessage(all).that(result.status()).isEqualTo(status);
    if (output == null) {
      assertThat(all).isEmpty();
    } else {
      assertThat(all).contains(output);
    }
    assertThat(all).doesNotContain("hunter2");
  }

  @Test
  void aSignatureOfAnotherIsNoFileOfTheApplication() {
    files.succeed("compile --no-cache -o DIR/left " + STRANGERS.resolve("signature"));
    files.succeed("verify --unsigned DIR/left");
  }

  @Test
  void aTreeHasAllThatGuestsReadAndNothingHidden() throws IOException {
    Path tree = directory.resolve("signed/books");
    try (Stream<Path> all = Files.walk(tree)) {
      assertThat(all.filter(Files::isRegularFile).map(tree::relativize).map(Path::toString))
          .containsExactly(
              "app.py",
              "app.pyr",
              "app.toml",
              "page.html",
              "pyrestrict-manifest.json",
              "pyrestrict-manifest.json.sig",
              "rules/books.toml",
              "shelf.py",
              "shelf.pyr");
    }
  }
}
