package dev.pyrestrict.runtime;

/**
 * Something that a guard refused a guest while it ran. What the guest did is done by then: it has
 * got an exception.
 *
 * <p>The texts are for people, and partly the guest's own: its file's name, names of its classes
 * and of attributes. Whoever writes them to a log has to see to line ends and the like.
 *
 * @param guard {@code _getattr_}, {@code _write_}, {@code __import__}, {@code class} (what a class
 *     may not define), {@code match} or {@code builtin}
 * @param file the guest's file; empty when none of its functions was running
 * @param line of that file, from 1; 0 when there is none
 * @param subject what was asked for: {@code Type.attribute}, a module, a builtin
 * @param reason why it is refused
 */
public record Refusal(String guard, String file, int line, String subject, String reason) {}
