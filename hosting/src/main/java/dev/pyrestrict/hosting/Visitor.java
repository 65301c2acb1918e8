package dev.pyrestrict.hosting;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who a request comes from, as far as its application remembers. A guest sees what it remembers of
 * its visitor, and never the cookies by which visitors are known, its own or another's.
 *
 * @param known the number under which what is remembered is kept, if the visitor has been here
 */
record Visitor(
    Application application, Sessions sessions, Request request, Optional<String> known) {
  private static final String COOKIE_PREFIX = "session-";

  /** A cookie with a name (RFC 6265, 4.1.1) that is none of a session. */
  private static final Pattern OTHER_COOKIE =
      Pattern.compile("(?i)(?!" + COOKIE_PREFIX + ")[A-Za-z0-9!#$%&'*+.^_`|~-]+=");

  /** Recognises who sent a request. */
  static Visitor of(Application application, Sessions sessions, Request request) {
    Optional<String> known =
        Request.getCookies(request).stream()
            .filter(cookie -> cookie.getName().equals(COOKIE_PREFIX + application.name()))
            .flatMap(cookie -> sessions.number(application.name(), cookie.getValue()).stream())
            .findFirst();
    return new Visitor(application, sessions, request, known);
  }

  /** Reports whether the application remembers visitors at all. */
  boolean isRemembered() {
    return application.settings().services().containsKey("session");
  }

  /**
   * Returns what is remembered, "" if nothing is.
   *
   * @throws IOException if the store does not answer
   */
  String remembered() throws IOException {
    return known.isPresent() ? sessions.get(application.name(), known.get()) : "";
  }

  /** Returns the visitor, known from now on. */
  Visitor met() {
    return known.isPresent()
        ? this
        : new Visitor(application, sessions, request, Optional.of(Sessions.newNumber()));
  }

  /**
   * Remembers of a known visitor what its application says; reports whether it was small enough.
   *
   * @throws IOException if the store does not answer
   */
  boolean remember(String value) throws IOException {
    return sessions.put(application.name(), known.orElseThrow(), value);
  }

  /** Returns the header that has a browser keep by what it is known. */
  HttpField cookie() {
    return new HttpField(
        HttpHeader.SET_COOKIE,
        COOKIE_PREFIX
            + application.name()
            + "="
            + sessions.cookie(application.name(), known.orElseThrow())
            + "; Path="
            + application.settings().address().path()
            + "; HttpOnly; SameSite=Lax"
            + (request.isSecure() ? "; Secure" : ""));
  }

  /** Returns the value of a header {@code Cookie} without what belongs to sessions. */
  static String withoutSessions(String cookies) {
    return Splitter.on(';')
        .trimResults()
        .splitToStream(cookies)
        .filter(cookie -> !cookie.startsWith(COOKIE_PREFIX))
        .collect(joining("; "));
  }

  /**
   * Reports whether a header would have a browser keep another session than the server's, or might:
   * browsers send a cookie without a name as its value alone, {@code =session-shop=stolen} comes
   * back as {@code session-shop=stolen} (CVE-2022-2860).
   */
  static boolean mayForgeSession(String header, String value) {
    return header.equalsIgnoreCase(HttpHeader.SET_COOKIE.asString())
        && !OTHER_COOKIE.matcher(value).lookingAt();
  }
}
