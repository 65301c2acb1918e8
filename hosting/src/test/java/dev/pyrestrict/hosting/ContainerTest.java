package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a process in the container of a cell reaches that is no Java at all: the machine's own Perl
 * is put in Java's place, and tries.
 */
final class ContainerTest {
  private static final Path PERL = Path.of("/usr/bin/perl");
  private static final int OPEN_FILES = 40;
  private static final int THREADS = 32;
  private static final int PROTOCOL_ERROR = 71;
  private static final long MEMORY = 64L << 20;

  @TempDir private Path directory;

  @BeforeAll
  static void containersCanBeMade() {
    try {
      Runc.demand();
    } catch (CellException e) {
      abort("no containers here: " + e.getMessage());
    }
  }

  @Test
  void itSaysWhatToInstall() {
    assertThat(assertThrows(CellException.class, () -> Runc.demand("/nowhere:")))
        .hasMessageThat()
        .contains("apt-get install runc");
  }

  @Test
  void itSaysWhyThereIsNoContainer() throws IOException {
    ContainerBundle bundle =
        new ContainerBundle(
            ImmutableList.of("/not/there"), OPEN_FILES, ContainerLimits.DEFAULT, MEMORY);
    Container container = Container.start(bundle, Runc.newName(), directory);
    assertThat(container.process().getInputStream().read()).isEqualTo(-1);
    assertThat(container.end()).isNotEqualTo(0);
    assertThat(container.complaint().orElseThrow()).containsMatch("/not/there.*no such file");
  }

  private static ContainerBundle perl(String program) throws IOException {
    assumeTrue(Files.isExecutable(PERL), "there is no " + PERL);
    ContainerBundle bundle =
        new ContainerBundle(
            ImmutableList.of(PERL.toString(), "-e", "$| = 1; " + program),
            OPEN_FILES,
            new ContainerLimits(THREADS, 0, 1),
            MEMORY);
    bundle.bind(PERL);
    for (Path library : SharedLibraries.of(ImmutableList.of(PERL))) {
      bundle.bind(library);
    }
    return bundle;
  }

  private Container start(ContainerBundle bundle, String name) throws IOException {
    return Container.start(bundle, name, Files.createTempDirectory(directory, "bundle"));
  }

  @Test
  void whatADeadHostLeftBehindIsRemoved() throws Exception {
    Process host = new ProcessBuilder("/bin/true").start();
    host.waitFor();
    String endless = "print 'up'; sleep 1 while 1";
    Container orphan = start(perl(endless), "cell-" + host.pid() + "-1");
    Container ours = start(perl(endless), Runc.newName());
    assertThat(orphan.process().getInputStream().readNBytes(2)).hasLength(2);
    assertThat(ours.process().getInputStream().readNBytes(2)).hasLength(2);
    Runc.removeOrphans();
    assertThat(orphan.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ours.process().isAlive()).isTrue();
    assertThat(ours.end()).isEqualTo(137);
  }

  /** Runs a program in Perl in the container of a cell and returns what it wrote. */
  private Finished inside(String program, Consumer<ContainerBundle> change) throws IOException {
    ContainerBundle bundle = perl(program);
    change.accept(bundle);
    Container container = start(bundle, Runc.newName());
    String output = new String(container.process().getInputStream().readAllBytes(), UTF_8);
    int status;
    try {
      status = container.process().waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      int _ = container.end();
    }
    assertThat(container.complaint()).isEmpty();
    return new Finished(status, output);
  }

  private String inside(String perl) throws IOException {
    return inside(perl, bundle -> {}).output();
  }

  private static void withoutSystemCallFilter(ContainerBundle bundle) {
    bundle.config().withObject("/linux").remove("seccomp");
  }

  private static ContainerBundle asOwnerOfFiles(ContainerBundle bundle) {
    bundle.config().withObject("/process/user").put("uid", 0).put("gid", 0);
    return bundle;
  }

  private static void bind(ContainerBundle bundle, Path file) {
    try {
      bundle.bind(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreNoFilesButThoseOfTheProgram() throws IOException {
    assertThat(inside("opendir D, '/'; print join ' ', sort grep !/^[.]/, readdir D"))
        .isEqualTo("cell dev lib lib64 proc tmp usr");
    assertThat(inside("open F, '</etc/passwd' or print $!")).isEqualTo("No such file or directory");
    assertThat(inside("opendir D, '/usr/bin'; print join ' ', sort grep !/^[.]/, readdir D"))
        .isEqualTo("perl");
    assertThat(inside("opendir D, '/dev'; print join ' ', sort grep !/^[.]/, readdir D"))
        .isEqualTo("fd full null ptmx random stderr stdin stdout tty urandom zero");
    assertThat(inside("opendir D, '/proc'; print join ' ', grep /^\\d/, readdir D")).isEqualTo("1");
    assertThat(inside("print join ' ', map { readlink } glob '/proc/self/fd/*'"))
        .doesNotContain("/run");
  }

  @Test
  void nothingCanBeWrittenButALittleThatIsNeverRun() throws IOException {
    Path bound = Files.writeString(directory.resolve("bound"), "");
    for (String file : List.of("/x", "/cell/x", "/usr/bin/x", "/dev/x", bound.toString())) {
      String write = "open F, '>>', '" + file + "' or print $!";
      assertThat(inside(write, bundle -> bind(bundle, bound)).output())
          .isAnyOf("Read-only file system", "Permission denied");
      assertThat(inside(write, bundle -> bind(asOwnerOfFiles(bundle), bound)).output())
          .isEqualTo("Read-only file system");
    }
    assertThat(inside("open F, '>>', '/proc/sys/kernel/core_pattern' or print $!"))
        .isAnyOf("Read-only file system", "Permission denied");
    assertThat(
            inside(
                "open F, '>/tmp/x' or die; my $n = 0;"
                    + " while (syswrite F, 'x' x 1048576) { $n++ } print qq($n $!)"))
        .isEqualTo("16 No space left on device");
    assertThat(
            inside(
                "open F, '>/tmp/x' or die; print F qq(#!/usr/bin/perl\\n); close F;"
                    + " chmod 0755, '/tmp/x'; exec '/tmp/x' or print $!"))
        .isEqualTo("Permission denied");
  }

  @Test
  void itHasNoRights() throws IOException {
    String status = inside("open F, '</proc/self/status'; print grep /^(Cap|Uid|Gid|No|Sec)/, <F>");
    assertThat(status).contains("Uid:\t65534\t65534\t65534\t65534");
    assertThat(status).contains("Gid:\t65534\t65534\t65534\t65534");
    for (String set : List.of("Inh", "Prm", "Eff", "Bnd", "Amb")) {
      assertThat(status).contains("Cap" + set + ":\t0000000000000000");
    }
    assertThat(status).contains("NoNewPrivs:\t1");
    assertThat(status).contains("Seccomp:\t2");
  }

  /** The numbers are those of x86-64. Only the filter refuses with the number that it is told. */
  @ParameterizedTest
  @CsvSource({
    "socket, '41, 2, 1, 0'",
    "socket of Unix, '41, 1, 1, 0'",
    "socketpair, '53, 1, 1, 0, 0'",
    "connect, '42, 0, 0, 0'",
    "fork, '57'",
    "vfork, '58'",
    "clone of a process, '56, 17, 0, 0, 0, 0'",
    "clone of a user namespace, '56, 0x10000011, 0, 0, 0, 0'",
    "kill, '62, 1, 0'",
    "ptrace, '101, 0, 0, 0, 0'",
    "process_vm_readv, '310, 1, 0, 0, 0, 0, 0'",
    "mount, '165, 0, 0, 0, 0, 0'",
    "open_tree, '428, -100, 0, 0'",
    "fsopen, '430, 0, 0'",
    "pivot_root, '155, 0, 0'",
    "chroot, '161, 0'",
    "unshare, '272, 0x10000000'",
    "setns, '308, 0, 0'",
    "keyctl, '250, 0, 0, 0, 0, 0'",
    "add_key, '248, 0, 0, 0, 0, 0'",
    "bpf, '321, 0, 0, 0'",
    "perf_event_open, '298, 0, 0, 0, 0, 0'",
    "io_uring_setup, '425, 1, 0'",
    "userfaultfd, '323, 0'",
    "kexec_load, '246, 0, 0, 0, 0'",
    "init_module, '175, 0, 0, 0'",
    "mknod, '133, 0, 0, 0'",
    "open_by_handle_at, '304, 0, 0, 0'",
    "memfd_create, '319, 0, 0'",
    "personality, '135, 0'",
    "seccomp, '317, 0, 0, 0'",
    "setuid, '105, 0'",
    "ioctl that types on a terminal, '16, 0, 0x5412, 0'",
    "prctl that keeps rights, '157, 8, 1, 0, 0, 0'",
  })
  void systemCallsThatJavaDoesNotNeedAreRefused(String name, String call) throws IOException {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "the numbers are of another machine");
    assertWithMessage(name)
        .that(
            inside(
                    "print syscall(" + call + ") == -1 ? $! : 'made'",
                    bundle ->
                        bundle
                            .config()
                            .withObject("/linux/seccomp")
                            .put("defaultErrnoRet", PROTOCOL_ERROR))
                .output())
        .isEqualTo("Protocol error");
  }

  @Test
  void withoutTheFilterThereIsStillNoNetwork() throws IOException {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "the numbers are of another machine");
    // An address in 192.0.2.0/24, port 80.
    String connect =
        "my $s = syscall(41, 2, 1, 0); print $s > 0 ? 'socket ' : 'none ';"
            + " my $a = pack('S n C4 x8', 2, 80, 192, 0, 2, 1);"
            + " print syscall(42, $s, $a, 16) == 0 ? 'connected' : $!";
    assertThat(inside(connect, ContainerTest::withoutSystemCallFilter).output())
        .isEqualTo("socket Network is unreachable");
    assertThat(
            inside(
                    "open F, '</proc/net/dev'; print join ' ', map { /(\\w+):/ } <F>",
                    ContainerTest::withoutSystemCallFilter)
                .output())
        .isEqualTo("lo");
  }

  @Test
  void withoutTheFilterAForkBombIsHeld() throws IOException {
    String bomb =
        "my $n = 1; while (defined(my $p = fork)) { if (!$p) { sleep 60; exit } $n++ }"
            + " print qq($n $!)";
    assertThat(inside(bomb, ContainerTest::withoutSystemCallFilter).output())
        .isEqualTo(THREADS + " Resource temporarily unavailable");
    assertThat(inside(bomb)).isEqualTo("1 Operation not permitted");
  }

  @Test
  void descriptorsAndMemoryAreHeld() throws IOException {
    assertThat(
            inside(
                "my @f; while (open my $f, '</dev/null') { push @f, $f } print fileno $f[-1], $!"))
        .isEqualTo((OPEN_FILES - 1) + "Too many open files");
    Finished large =
        inside("my @s; for (1 .. 100) { print qq($_\\n); push @s, 'x' x 4000000 }", bundle -> {});
    assertThat(large.status()).isEqualTo(137);
    assertThat(large.output().lines().count()).isAtMost(MEMORY / 4_000_000);
  }
}
