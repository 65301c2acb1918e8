package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.ConstantValue.BytesValue;
import dev.pyrestrict.grammar.ast.ConstantValue.StrValue;
import java.util.ArrayList;
import java.util.List;

/** Decodes string literals and the literal parts of f-strings, after Parser/string_parser.c. */
final class StringLiterals {
  private final char[] text;

  /** See {@link StrValue#apart}. */
  private final List<Integer> apart = new ArrayList<>();

  StringLiterals(char[] text) {
    this.text = text;
  }

  /** Returns the value of a STRING token. */
  ConstantValue decode(Token token) {
    int start = token.start;
    int end = token.end;
    boolean raw = false;
    boolean bytes = false;
    while (text[start] != '\'' && text[start] != '"') {
      int prefix = text[start++] | 32;
      raw |= prefix == 'r';
      bytes |= prefix == 'b';
    }
    boolean triple =
        end - start >= 6 && text[start + 1] == text[start] && text[start + 2] == text[start];
    start += triple ? 3 : 1;
    end -= triple ? 3 : 1;
    if (bytes) {
      for (int i = start; i < end; i++) {
        if (text[i] >= 0x80) {
          throw new SyntaxFailure(token.span(), "bytes can only contain ASCII literal characters");
        }
      }
    }
    StrValue value =
        raw
            ? new StrValue(new String(text, start, end - start))
            : unescape(text, start, end, bytes, token);
    return bytes ? new BytesValue(value.value()) : value;
  }

  /** Returns the text of an FSTRING_MIDDLE token. */
  StrValue decodeMiddle(Token token, boolean raw) {
    StringBuilder collapsed = new StringBuilder(token.end - token.start);
    for (int i = token.start; i < token.end; i++) {
      char c = text[i];
      collapsed.append(c);
      boolean more = i + 1 < token.end;
      if ((c == '{' || c == '}') && more && text[i + 1] == c) {
        i++;
      } else if (!raw && c == '\\' && more) {
        if (text[i + 1] == 'N' && i + 2 < token.end && text[i + 2] == '{') {
          while (i + 1 < token.end && text[i] != '}') {
            collapsed.append(text[++i]);
          }
        } else if (text[i + 1] != '{' && text[i + 1] != '}') {
          collapsed.append(text[++i]);
        }
      }
    }
    if (raw) {
      return new StrValue(collapsed.toString());
    }
    char[] chars = collapsed.toString().toCharArray();
    return unescape(chars, 0, chars.length, false, token);
  }

  /** Resolves the escapes of {@code f'{expression=}'}, as CPython does outside of format specs. */
  StrValue unescape(String written, Token token) {
    return unescape(written.toCharArray(), 0, written.length(), false, token);
  }

  private StrValue unescape(char[] s, int start, int end, boolean bytes, Token token) {
    String written = new String(s, start, end - start);
    int plain = written.indexOf('\\');
    if (plain < 0) {
      return new StrValue(written);
    }
    apart.clear();
    int at = start + plain;
    StringBuilder out = new StringBuilder(end - start).append(s, start, plain);
    while (at < end) {
      char c = s[at++];
      if (c != '\\' || at >= end) {
        out.append(c);
        continue;
      }
      c = s[at++];
      switch (c) {
        case '\n' -> {}
        case '\\', '\'', '"' -> out.append(c);
        case 'a' -> out.append('\u0007');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'v' -> out.append('\u000b');
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          int value = c - '0';
          for (int i = 0; i < 2 && at < end && s[at] >= '0' && s[at] <= '7'; i++) {
            value = value * 8 + s[at++] - '0';
          }
          out.append((char) (bytes ? value & 0xff : value));
        }
        case 'x' -> at = hex(s, at, end, 2, c, bytes, out, token);
        case 'u', 'U' -> {
          if (bytes) {
            out.append('\\').append(c);
          } else {
            at = hex(s, at, end, c == 'u' ? 4 : 8, c, false, out, token);
          }
        }
        case 'N' -> {
          if (bytes) {
            out.append("\\N");
          } else {
            at = named(s, at, end, out, token);
          }
        }
        default -> out.append('\\').append(c);
      }
    }
    return new StrValue(out.toString(), ImmutableSet.copyOf(apart));
  }

  private int hex(
      char[] s,
      int at,
      int end,
      int digits,
      char kind,
      boolean bytes,
      StringBuilder out,
      Token token) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at + i < end && s[at + i] < 0x80 ? Character.digit(s[at + i], 16) : -1;
      if (digit < 0) {
        throw new SyntaxFailure(
            token.span(),
            bytes
                ? "(value error) invalid \\x escape at position " + Math.max(0, at - 2)
                : "(unicode error) 'unicodeescape' codec can't decode bytes: truncated \\"
                    + kind
                    + "X".repeat(digits)
                    + " escape");
      }
      value = value << 4 | digit;
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw new SyntaxFailure(
          token.span(),
          "(unicode error) 'unicodeescape' codec can't decode bytes: illegal Unicode character");
    }
    if (value < 0x10000
        && Character.isLowSurrogate((char) value)
        && !out.isEmpty()
        && Character.isHighSurrogate(out.charAt(out.length() - 1))) {
      apart.add(out.length() - 1);
    }
    out.appendCodePoint(value);
    return at + digits;
  }

  private static int named(char[] s, int at, int end, StringBuilder out, Token token) {
    int close = at + 1;
    while (close < end && s[close] != '}') {
      close++;
    }
    if (at >= end || s[at] != '{' || close >= end || close == at + 1) {
      throw new SyntaxFailure(
          token.span(),
          "(unicode error) 'unicodeescape' codec can't decode bytes: malformed \\N character"
              + " escape");
    }
    String name = new String(s, at + 1, close - at - 1);
    int point =
        CharacterNames.codePoint(name)
            .orElseThrow(
                () ->
                    new SyntaxFailure(
                        token.span(),
                        "(unicode error) 'unicodeescape' codec can't decode bytes: unknown Unicode"
                            + " character name"));
    out.appendCodePoint(point);
    return close + 1;
  }
}
