/** The command. */
module dev.pyrestrict.cli {
  requires dev.pyrestrict.hosting;
  requires com.google.common;
  requires info.picocli;
  requires java.management;
  requires com.fasterxml.jackson.databind;

  opens dev.pyrestrict.cli to
      info.picocli;
}
