/** Many guests in one server. */
module dev.pyrestrict.hosting {
  requires transitive dev.pyrestrict.runtime;
  requires transitive com.google.common;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.cbor;
  requires com.google.errorprone.annotations;
  requires java.management;
  requires transitive java.sql;
  requires com.github.benmanes.caffeine;
  requires com.h2database;
  requires com.zaxxer.hikari;
  requires micrometer.core;
  requires micrometer.registry.prometheus;
  requires org.apache.httpcomponents.client5.httpclient5;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires transitive org.slf4j;
  requires org.tomlj;

  exports dev.pyrestrict.hosting;

  opens dev.pyrestrict.hosting to
      com.fasterxml.jackson.databind;
}
