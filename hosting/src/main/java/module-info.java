/** Many guests in one server. */
module dev.pyrestrict.hosting {
  requires transitive dev.pyrestrict.runtime;
  requires transitive com.google.common;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.cbor;
  requires com.google.errorprone.annotations;
  requires java.management;

  exports dev.pyrestrict.hosting;

  opens dev.pyrestrict.hosting to
      com.fasterxml.jackson.databind;
}
