package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.ast.Span;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Python 3.12's lexical analysis, after Parser/tokenizer.c: indentation, line joining, PEP 701
 * f-strings, soft keywords, and limits that no input gets past. Makes all tokens at once.
 */
final class Tokenizer {
  private static final int MAX_INDENTS = 100;
  private static final int MAX_BRACKETS = 200;
  private static final int MAX_FSTRINGS = 149;
  private static final int MAX_SPEC_DEPTH = 3;
  private static final int MAX_TOKENS = 2_000_000;
  private static final int LONGEST_NAME = 255;
  private static final int NAME_START = 1;
  private static final int DIGIT = 2;
  private static final byte[] CLASS = classes();

  private final char[] text;
  private final int length;
  private final Words words;

  /** Without characters of more than one byte; offsets in bytes are offsets in characters then. */
  private final boolean ascii;

  private final boolean hasNull;

  private Token[] tokens;
  private int count;

  private int position;
  private int line = 1;
  private int lineStart;

  /**
   * UTF-8 needs so many bytes more than characters between the start of the line and {@code
   * extraUpTo}.
   */
  private int extraBytes;

  private int extraUpTo;
  private int extraLineStart;

  private final int[] indents = new int[MAX_INDENTS];
  private final int[] alternateIndents = new int[MAX_INDENTS];
  private final boolean[] matchBodies = new boolean[MAX_INDENTS];
  private int indentDepth;
  private final Token[] brackets = new Token[MAX_BRACKETS];
  private int bracketDepth;
  private FString fString;
  private int fStringDepth;
  private int firstOfLine = -1;
  private boolean matchLineEnded;

  Tokenizer(String source) {
    int n = source.length();
    char[] chars = new char[n + 1];
    source.getChars(0, n, chars, 0);
    if (source.indexOf('\r') >= 0) {
      n = normalizeNewlines(chars, n);
    }
    if (n > 0 && chars[n - 1] != '\n') {
      chars[n++] = '\n';
    }
    text = chars;
    length = n;
    words = new Words(chars);
    ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(CharBuffer.wrap(chars));
    hasNull = source.indexOf('\0') >= 0;
    tokens = new Token[Math.clamp(n / 5, 64, MAX_TOKENS)];
  }

  private static int normalizeNewlines(char[] chars, int n) {
    int to = 0;
    for (int from = 0; from < n; from++) {
      char c = chars[from];
      if (c == '\r') {
        c = '\n';
        if (from + 1 < n && chars[from + 1] == '\n') {
          from++;
        }
      }
      chars[to++] = c;
    }
    return to;
  }

  /** The f-string that is being read; they nest in each other's fields. */
  private static final class FString {
    final FString outer;
    final char quote;
    final int quoteSize;
    final boolean raw;
    final int line;
    final int column;
    boolean inExpression;
    boolean inSpec;
    boolean specHasField;
    int fieldLevel;
    private final int[] fields = new int[MAX_SPEC_DEPTH + 1];
    private int fieldDepth;

    FString(FString outer, char quote, int quoteSize, boolean raw, int line, int column) {
      this.outer = outer;
      this.quote = quote;
      this.quoteSize = quoteSize;
      this.raw = raw;
      this.line = line;
      this.column = column;
    }

    /** Enters a field; reports whether that is not too deep. */
    boolean enterField(int level) {
      fields[fieldDepth++] = fieldLevel << 1 | (inSpec ? 1 : 0);
      fieldLevel = level;
      inExpression = true;
      inSpec = false;
      return fieldDepth <= MAX_SPEC_DEPTH;
    }

    void leaveField() {
      int saved = fields[--fieldDepth];
      fieldLevel = saved >> 1;
      inSpec = (saved & 1) != 0;
      inExpression = false;
      specHasField = true;
    }

    void enterSpec() {
      inSpec = true;
      inExpression = false;
      specHasField = false;
    }
  }

  /** Returns the tokens, or throws the first lexical error. */
  TokenArray tokenize() {
    if (hasNull || !ascii) {
      checkCharacters();
    }
    boolean lineBegins = true;
    while (position < length) {
      if (lineBegins && bracketDepth == 0 && fString == null) {
        if (!indentation()) {
          continue;
        }
        firstOfLine = count;
        lineBegins = false;
      }
      if (fString != null && !fString.inExpression) {
        fStringText();
        continue;
      }
      while (position < length && isBlank(text[position])) {
        position++;
      }
      if (position >= length) {
        break;
      }
      char c = text[position];
      if (c == '#') {
        skipToLineEnd();
        c = '\n';
      }
      if (c == '\n') {
        if (bracketDepth > 0 || fString != null) {
          newLine(position + 1);
        } else {
          endOfLogicalLine();
          add(PythonTokens.NEWLINE, position, position);
          newLine(position + 1);
          lineBegins = true;
        }
      } else if (c == '\\') {
        continuation();
      } else {
        token(c);
      }
    }
    if (fString != null) {
      throw unterminated(fString);
    }
    if (bracketDepth > 0) {
      Token open = brackets[bracketDepth - 1];
      throw new SyntaxFailure(open.span(), "'" + open.text(text) + "' was never closed").yielding();
    }
    position = length;
    for (; indentDepth > 0; indentDepth--) {
      add(PythonTokens.DEDENT, length, length);
    }
    add(org.antlr.v4.runtime.Token.EOF, length, length);
    return new TokenArray(tokens, count, text);
  }

  /** Returns what was read before a lexical error, as if the source ended there. */
  TokenArray tokensSoFar() {
    Token end =
        new Token(org.antlr.v4.runtime.Token.EOF, position, position, line, 0, line, 0, count, "");
    Token[] read = Arrays.copyOf(tokens, count + 1);
    read[count] = end;
    return new TokenArray(read, count + 1, text);
  }

  /** The end of the last line, where CPython sees that the source ends. */
  Span endOfSource() {
    int end = length - 1;
    int start = end;
    while (start > 0 && text[start - 1] != '\n') {
      start--;
    }
    int lines = 1;
    for (int i = 0; i < start; i++) {
      lines += text[i] == '\n' ? 1 : 0;
    }
    int column = new String(text, start, end - start).getBytes(StandardCharsets.UTF_8).length;
    return new Span(lines, column, lines, column);
  }

  private void checkCharacters() {
    int atLine = 1;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c == '\n') {
        atLine++;
      } else if (c == 0) {
        throw new SyntaxFailure(
            new Span(atLine, 0, atLine, 0), "source code string cannot contain null bytes");
      } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        if (!Character.isHighSurrogate(c)
            || i + 1 >= length
            || !Character.isLowSurrogate(text[i + 1])) {
          throw new SyntaxFailure(
              new Span(atLine, 0, atLine, 0), "source has a surrogate without its partner");
        }
        i++;
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private void skipToLineEnd() {
    while (position < length && text[position] != '\n') {
      position++;
    }
  }

  private void newLine(int start) {
    position = start;
    line++;
    lineStart = start;
  }

  private void continuation() {
    position++;
    if (position >= length || text[position] != '\n') {
      throw failure("unexpected character after line continuation character", position).yielding();
    }
    newLine(position + 1);
    if (position >= length) {
      throw new SyntaxFailure(endOfSource(), "unexpected EOF while parsing").yielding();
    }
  }

  private int utf8Column(int at) {
    if (ascii) {
      return at - lineStart;
    }
    if (extraLineStart != lineStart || extraUpTo > at) {
      extraLineStart = lineStart;
      extraUpTo = lineStart;
      extraBytes = 0;
    }
    for (int i = extraUpTo; i < at; i++) {
      char c = text[i];
      if (c >= 0x80) {
        // The two halves of a surrogate pair make four bytes of two characters: one more for each.
        extraBytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    extraUpTo = Math.max(extraUpTo, at);
    return at - lineStart + extraBytes;
  }

  private Token add(int type, int start, int end) {
    return add(type, start, end, line, utf8Column(start));
  }

  private Token add(int type, int start, int end, int startLine, int startColumn) {
    return add(type, start, end, startLine, startColumn, "");
  }

  private Token addName(int type, int start, int end, String name) {
    position = end;
    return add(type, start, end, line, utf8Column(start), name);
  }

  private Token add(int type, int start, int end, int startLine, int startColumn, String name) {
    Token token =
        new Token(type, start, end, startLine, startColumn, line, utf8Column(end), count, name);
    if (count == tokens.length) {
      if (count >= MAX_TOKENS) {
        throw new SyntaxFailure(
            "PR0005",
            new Span(startLine, startColumn, startLine, startColumn),
            "source has too many tokens");
      }
      tokens = Arrays.copyOf(tokens, Math.min(count * 2, MAX_TOKENS));
    }
    tokens[count++] = token;
    return token;
  }

  private SyntaxFailure failure(String message, int at) {
    int column = utf8Column(Math.max(at, lineStart));
    return new SyntaxFailure(new Span(line, column, line, column + 1), message);
  }

  private SyntaxFailure unterminated(FString string) {
    String kind = string.quoteSize == 3 ? "triple-quoted f-string" : "f-string";
    return new SyntaxFailure(
        new Span(string.line, string.column, string.line, string.column + 1),
        "unterminated " + kind + " literal (detected at line " + line + ")");
  }

  /** {@code match} opens a statement when it begins a logical line that ends with a colon. */
  private void endOfLogicalLine() {
    matchLineEnded = false;
    if (firstOfLine >= 0 && firstOfLine < count) {
      Token first = tokens[firstOfLine];
      if (first.type == PythonTokens.NAME
          && first.is("match", text)
          && count - 1 > firstOfLine + 1
          && tokens[count - 1].type == PythonTokens.COLON) {
        first.type = PythonTokens.MATCH_KW;
        matchLineEnded = true;
      }
    }
  }

  /**
   * Reads the indentation of a line and makes INDENT and DEDENT of it; returns false when the line
   * is blank.
   */
  private boolean indentation() {
    while (text[position] == ' ') {
      position++;
    }
    int column = position - lineStart;
    int alternate = column;
    int continued = 0;
    while (position < length) {
      char c = text[position];
      if (c == ' ') {
        column++;
        alternate++;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
        alternate++;
      } else if (c == '\f') {
        column = 0;
        alternate = 0;
      } else if (c == '\\') {
        continued = continued != 0 ? continued : column;
        continuation();
        continue;
      } else {
        break;
      }
      position++;
    }
    if (position >= length) {
      return false;
    }
    if (text[position] == '#' || text[position] == '\n') {
      skipToLineEnd();
      newLine(position + 1);
      return false;
    }
    if (continued != 0) {
      column = continued;
      alternate = continued;
    }
    if (column == topOf(indents)) {
      if (alternate != topOf(alternateIndents)) {
        throw inconsistentTabs();
      }
    } else if (column > topOf(indents)) {
      if (indentDepth + 1 >= MAX_INDENTS) {
        throw failure("too many levels of indentation", position).yielding();
      }
      if (alternate <= topOf(alternateIndents)) {
        throw inconsistentTabs();
      }
      indents[indentDepth] = column;
      alternateIndents[indentDepth] = alternate;
      matchBodies[indentDepth] = matchLineEnded;
      indentDepth++;
      add(PythonTokens.INDENT, position, position);
    } else {
      while (indentDepth > 0 && column < indents[indentDepth - 1]) {
        indentDepth--;
        add(PythonTokens.DEDENT, position, position);
      }
      if (column != topOf(indents)) {
        throw failure("unindent does not match any outer indentation level", position).yielding();
      }
      if (alternate != topOf(alternateIndents)) {
        throw inconsistentTabs();
      }
    }
    matchLineEnded = false;
    return true;
  }

  private int topOf(int[] stack) {
    return indentDepth == 0 ? 0 : stack[indentDepth - 1];
  }

  private SyntaxFailure inconsistentTabs() {
    return failure("inconsistent use of tabs and spaces in indentation", position).yielding();
  }

  private void token(char c) {
    int start = position;
    if (c >= 0x80 || CLASS[c] == NAME_START) {
      name(start);
    } else if (CLASS[c] == DIGIT || c == '.' && isDigit(start + 1)) {
      number(start);
    } else if (c == '"' || c == '\'') {
      string(start, start);
    } else {
      operator(c, start);
    }
  }

  private void name(int start) {
    int end = start;
    int hash = 0;
    char next = text[start];
    while (next < 0x80 && CLASS[next] != 0) {
      hash = hash * 31 + next;
      next = text[++end];
    }
    if (next >= 0x80) {
      wideName(start, end);
      return;
    }
    checkNameLength(start, end);
    if ((next == '"' || next == '\'') && end - start <= 2 && isStringPrefix(start, end)) {
      position = end;
      if (hasLetter(start, end, 'f')) {
        fStringStart(start, hasLetter(start, end, 'r'));
      } else {
        string(start, end);
      }
      return;
    }
    Words.Word word = words.at(start, end, hash);
    Token token = addName(word.type(), start, end, word.text());
    if (token.type == PythonTokens.NAME) {
      softKeyword(token);
    }
  }

  /** Reads a name with characters beyond ASCII; those may begin at {@code from}. */
  private void wideName(int start, int from) {
    int end = from;
    while (text[end] >= 0x80 || CLASS[text[end]] != 0) {
      end++;
    }
    checkNameLength(start, end);
    softKeyword(addName(PythonTokens.NAME, start, end, checkedName(start, end)));
  }

  /** A class's name stands again in each private name of its body. */
  private void checkNameLength(int start, int end) {
    if (end - start > LONGEST_NAME) {
      throw failure("name with more than " + LONGEST_NAME + " characters", start);
    }
  }

  private void softKeyword(Token name) {
    if (count >= 2
        && tokens[count - 2].type == PythonTokens.NAME
        && tokens[count - 2].is("type", text)) {
      tokens[count - 2].type = PythonTokens.TYPE_KW;
    }
    if (indentDepth > 0
        && matchBodies[indentDepth - 1]
        && count - 1 == firstOfLine
        && name.is("case", text)) {
      name.type = PythonTokens.CASE_KW;
    }
  }

  /** Returns the name as Python knows it. */
  private String checkedName(int start, int end) {
    String written = new String(text, start, end - start);
    int invalid = Identifiers.firstInvalid(written);
    if (invalid >= 0) {
      int point = written.codePointAt(invalid);
      boolean printable =
          Character.isLetterOrDigit(point)
              || Character.getType(point) >= Character.DASH_PUNCTUATION;
      throw failure(
          printable
              ? String.format("invalid character '%s' (U+%04X)", Character.toString(point), point)
              : String.format("invalid non-printable character U+%04X", point),
          start + invalid);
    }
    if (Identifiers.hasTooManyMarks(written)) {
      throw failure("name with more than 30 combining characters in a row", start);
    }
    String normalized = Identifiers.normalize(written);
    if (!Identifiers.isIdentifier(normalized)) {
      throw failure(
          "name '" + written + "' reads as '" + normalized + "', which is not a name", start);
    }
    return normalized;
  }

  private boolean isStringPrefix(int start, int end) {
    if (end - start == 1) {
      return "rRbBuUfF".indexOf(text[start]) >= 0;
    }
    String both = new String(text, start, 2).toLowerCase(java.util.Locale.ROOT);
    return both.equals("br") || both.equals("rb") || both.equals("fr") || both.equals("rf");
  }

  private boolean hasLetter(int start, int end, char letter) {
    for (int i = start; i < end; i++) {
      if ((text[i] | 32) == letter) {
        return true;
      }
    }
    return false;
  }

  private boolean isDigit(int at) {
    return at < length && text[at] >= '0' && text[at] <= '9';
  }

  private char lower(int at) {
    return at < length ? (char) (text[at] | 32) : 0;
  }

  private int decimalTail(int at) {
    while (true) {
      while (isDigit(at)) {
        at++;
      }
      if (at >= length || text[at] != '_') {
        return at;
      }
      at++;
      if (!isDigit(at)) {
        throw failure("invalid decimal literal", at);
      }
    }
  }

  private void number(int start) {
    int at = start;
    boolean zero = text[at] == '0';
    if (zero && lower(at + 1) == 'x') {
      at = radixDigits(at + 2, 16, "hexadecimal");
    } else if (zero && lower(at + 1) == 'o') {
      at = radixDigits(at + 2, 8, "octal");
    } else if (zero && lower(at + 1) == 'b') {
      at = radixDigits(at + 2, 2, "binary");
    } else {
      boolean integer = true;
      if (text[at] != '.') {
        at = decimalTail(at);
      }
      int integerEnd = at;
      if (at < length && text[at] == '.') {
        integer = false;
        at++;
        if (isDigit(at)) {
          at = decimalTail(at);
        }
      }
      if (lower(at) == 'e') {
        int exponent = at + 1;
        if (exponent < length && (text[exponent] == '+' || text[exponent] == '-')) {
          if (!isDigit(exponent + 1)) {
            throw failure("invalid decimal literal", exponent);
          }
          integer = false;
          at = decimalTail(exponent + 1);
        } else if (isDigit(exponent)) {
          integer = false;
          at = decimalTail(exponent);
        }
      }
      if (lower(at) == 'j') {
        integer = false;
        at++;
      }
      boolean beforeElse = lower(at) == 'e';
      if (zero && integer && !beforeElse && hasNonZero(start, integerEnd)) {
        throw failure(
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for"
                + " octal integers",
            start);
      }
    }
    checkAfterNumber(at, literalKind(start));
    position = at;
    add(PythonTokens.NUMBER, start, at);
  }

  private boolean hasNonZero(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] != '0' && text[i] != '_') {
        return true;
      }
    }
    return false;
  }

  /** A keyword may stand right behind a number ({@code 1if x else y}); other names may not. */
  private void checkAfterNumber(int at, String kind) {
    if (at >= length || text[at] < 0x80 && CLASS[text[at]] == 0) {
      return;
    }
    String rest = new String(text, at, Math.min(4, length - at));
    for (String word : new String[] {"and", "else", "for", "if", "in", "is", "or", "not"}) {
      if (rest.startsWith(word)) {
        return;
      }
    }
    throw failure("invalid " + kind + " literal", at);
  }

  private String literalKind(int start) {
    return switch (text[start] == '0' ? lower(start + 1) : 0) {
      case 'x' -> "hexadecimal";
      case 'o' -> "octal";
      case 'b' -> "binary";
      default -> "decimal";
    };
  }

  private int radixDigits(int at, int radix, String kind) {
    while (true) {
      if (at < length && text[at] == '_') {
        at++;
      }
      if (at >= length || text[at] >= 0x80 || Character.digit(text[at], radix) < 0) {
        throw isDigit(at)
            ? failure("invalid digit '" + text[at] + "' in " + kind + " literal", at)
            : failure("invalid " + kind + " literal", at);
      }
      while (at < length && text[at] < 0x80 && Character.digit(text[at], radix) >= 0) {
        at++;
      }
      if (at < length && text[at] == '_') {
        continue;
      }
      if (isDigit(at)) {
        throw failure("invalid digit '" + text[at] + "' in " + kind + " literal", at);
      }
      return at;
    }
  }

  private void string(int start, int quoteAt) {
    char quote = text[quoteAt];
    int startLine = line;
    int startColumn = utf8Column(start);
    boolean triple =
        quoteAt + 2 < length && text[quoteAt + 1] == quote && text[quoteAt + 2] == quote;
    int at = quoteAt + (triple ? 3 : 1);
    while (true) {
      if (at >= length || !triple && text[at] == '\n') {
        String kind = triple ? "triple-quoted string" : "string";
        int detected = at >= length ? Math.max(startLine, line - 1) : line;
        throw new SyntaxFailure(
            new Span(startLine, startColumn, startLine, startColumn + 1),
            "unterminated " + kind + " literal (detected at line " + detected + ")");
      }
      char c = text[at];
      if (c != quote && c != '\\' && c != '\n') {
        at++;
        continue;
      }
      if (c == quote
          && (!triple || at + 2 < length && text[at + 1] == quote && text[at + 2] == quote)) {
        at += triple ? 3 : 1;
        break;
      }
      if (c == '\\') {
        at++;
        c = at < length ? text[at] : 0;
      }
      at++;
      if (c == '\n') {
        line++;
        lineStart = at;
      }
    }
    position = at;
    add(PythonTokens.STRING, start, at, startLine, startColumn);
  }

  private void fStringStart(int start, boolean raw) {
    char quote = text[position];
    if (++fStringDepth > MAX_FSTRINGS) {
      throw failure("too many nested f-strings", start);
    }
    boolean triple =
        position + 2 < length && text[position + 1] == quote && text[position + 2] == quote;
    int quoteSize = triple ? 3 : 1;
    FString opened = new FString(fString, quote, quoteSize, raw, line, utf8Column(start));
    position += quoteSize;
    add(PythonTokens.FSTRING_START, start, position);
    fString = opened;
  }

  /**
   * Reads literal text of an f-string, or of a format spec, up to a brace or the closing quote; a
   * doubled brace ends it too, as in CPython, where that shows in the places of texts.
   */
  private void fStringText() {
    FString current = fString;
    int start = position;
    int startLine = line;
    int startColumn = utf8Column(start);
    while (true) {
      if (position >= length) {
        throw unterminated(current);
      }
      char c = text[position];
      if (c == current.quote
          && (current.quoteSize == 1
              || position + 2 < length && text[position + 1] == c && text[position + 2] == c)) {
        if (position > start) {
          addText(start, startLine, startColumn);
        }
        int end = position;
        position += current.quoteSize;
        add(PythonTokens.FSTRING_END, end, position);
        fString = current.outer;
        fStringDepth--;
        return;
      }
      if (c == '\n') {
        if (current.quoteSize == 1) {
          if (current.inSpec && !current.specHasField) {
            addText(start, startLine, startColumn);
            current.inSpec = false;
            current.inExpression = true;
            return;
          }
          throw unterminated(current);
        }
        newLine(position + 1);
      } else if (c == '{') {
        boolean doubled = position + 1 < length && text[position + 1] == '{';
        if (doubled && (!current.inSpec || current.specHasField)) {
          position += 2;
          addText(start, startLine, startColumn);
          return;
        }
        if (doubled || position > start) {
          addText(start, startLine, startColumn);
        }
        open(PythonTokens.LBRACE, position);
        position++;
        if (!current.enterField(bracketDepth)) {
          throw failure("f-string: expressions nested too deeply", position);
        }
        return;
      } else if (c == '}') {
        if (current.inSpec) {
          // Even if there is none: CPython's grammar sees it, and reads {lambda x:{y}} otherwise.
          addText(start, startLine, startColumn);
          close(PythonTokens.RBRACE, position);
          position++;
          current.leaveField();
          return;
        }
        if (position + 1 >= length || text[position + 1] != '}') {
          throw failure("f-string: single '}' is not allowed", position);
        }
        position += 2;
        addText(start, startLine, startColumn);
        return;
      } else if (c == '\\') {
        escapeInFString(current);
      } else {
        position++;
      }
    }
  }

  private void escapeInFString(FString current) {
    position++;
    if (position >= length) {
      return;
    }
    char c = text[position];
    if (c == '\n') {
      newLine(position + 1);
    } else if (current.raw) {
      if (c == current.quote || c == '\\') {
        position++;
      }
    } else if (c == 'N' && position + 1 < length && text[position + 1] == '{') {
      position += 2;
      while (position < length
          && text[position] != '}'
          && text[position] != '\n'
          && text[position] != current.quote) {
        position++;
      }
      if (position < length && text[position] == '}') {
        position++;
      }
    } else if (c != '{' && c != '}') {
      position++;
    }
  }

  private void addText(int start, int startLine, int startColumn) {
    add(PythonTokens.FSTRING_MIDDLE, start, position, startLine, startColumn);
  }

  private void open(int type, int at) {
    if (bracketDepth >= MAX_BRACKETS) {
      throw failure("too many nested parentheses", at);
    }
    brackets[bracketDepth++] = add(type, at, at + 1);
  }

  private void close(int type, int at) {
    char closing = text[at];
    if (bracketDepth == 0) {
      throw failure("unmatched '" + closing + "'", at);
    }
    Token open = brackets[--bracketDepth];
    char opening = text[open.start];
    char expected = opening == '(' ? ')' : opening == '[' ? ']' : '}';
    if (closing != expected) {
      String where = open.line == line ? "" : " on line " + open.line;
      throw failure(
          "closing parenthesis '"
              + closing
              + "' does not match opening parenthesis '"
              + opening
              + "'"
              + where,
          at);
    }
    add(type, at, at + 1);
  }

  private void operator(char c, int start) {
    char second = start + 1 < length ? text[start + 1] : 0;
    char third = start + 2 < length ? text[start + 2] : 0;
    boolean endsField =
        fString != null && fString.inExpression && bracketDepth == fString.fieldLevel;
    switch (c) {
      case '(' -> bracket(PythonTokens.LPAR, start, true);
      case '[' -> bracket(PythonTokens.LSQB, start, true);
      case '{' -> bracket(PythonTokens.LBRACE, start, true);
      case ')' -> bracket(PythonTokens.RPAR, start, false);
      case ']' -> bracket(PythonTokens.RSQB, start, false);
      case '}' -> {
        bracket(PythonTokens.RBRACE, start, false);
        if (endsField) {
          fString.leaveField();
        }
      }
      case ':' -> {
        if (endsField) {
          plain(PythonTokens.COLON, start, 1);
          fString.enterSpec();
        } else if (second == '=') {
          plain(PythonTokens.COLONEQUAL, start, 2);
        } else {
          plain(PythonTokens.COLON, start, 1);
        }
      }
      case ',' -> plain(PythonTokens.COMMA, start, 1);
      case ';' -> plain(PythonTokens.SEMI, start, 1);
      case '~' -> plain(PythonTokens.TILDE, start, 1);
      case '.' -> {
        if (second == '.' && third == '.') {
          plain(PythonTokens.ELLIPSIS, start, 3);
        } else {
          plain(PythonTokens.DOT, start, 1);
        }
      }
      case '-' -> {
        if (second == '>') {
          plain(PythonTokens.RARROW, start, 2);
        } else {
          assignable(second, PythonTokens.MINUS, PythonTokens.MINEQUAL, start);
        }
      }
      case '*' ->
          doubled(
              c,
              second,
              third,
              PythonTokens.STAR,
              PythonTokens.STAREQUAL,
              PythonTokens.DOUBLESTAR,
              PythonTokens.DOUBLESTAREQUAL,
              start);
      case '/' ->
          doubled(
              c,
              second,
              third,
              PythonTokens.SLASH,
              PythonTokens.SLASHEQUAL,
              PythonTokens.DOUBLESLASH,
              PythonTokens.DOUBLESLASHEQUAL,
              start);
      case '<' ->
          doubled(
              c,
              second,
              third,
              PythonTokens.LESS,
              PythonTokens.LESSEQUAL,
              PythonTokens.LEFTSHIFT,
              PythonTokens.LEFTSHIFTEQUAL,
              start);
      case '>' ->
          doubled(
              c,
              second,
              third,
              PythonTokens.GREATER,
              PythonTokens.GREATEREQUAL,
              PythonTokens.RIGHTSHIFT,
              PythonTokens.RIGHTSHIFTEQUAL,
              start);
      case '+' -> assignable(second, PythonTokens.PLUS, PythonTokens.PLUSEQUAL, start);
      case '|' -> assignable(second, PythonTokens.VBAR, PythonTokens.VBAREQUAL, start);
      case '&' -> assignable(second, PythonTokens.AMPER, PythonTokens.AMPEREQUAL, start);
      case '^' -> assignable(second, PythonTokens.CIRCUMFLEX, PythonTokens.CIRCUMFLEXEQUAL, start);
      case '%' -> assignable(second, PythonTokens.PERCENT, PythonTokens.PERCENTEQUAL, start);
      case '@' -> assignable(second, PythonTokens.AT, PythonTokens.ATEQUAL, start);
      case '=' -> assignable(second, PythonTokens.EQUAL, PythonTokens.EQEQUAL, start);
      case '!' -> {
        if (second == '=') {
          plain(PythonTokens.NOTEQUAL, start, 2);
        } else if (fString != null && fString.inExpression) {
          plain(PythonTokens.EXCLAMATION, start, 1);
        } else {
          throw failure("invalid syntax", start).yielding();
        }
      }
      default ->
          throw c < 32 || c == 127
              ? failure(String.format("invalid non-printable character U+%04X", (int) c), start)
              : failure("invalid syntax", start).yielding();
    }
  }

  private void plain(int type, int start, int size) {
    position = start + size;
    add(type, start, position);
  }

  private void assignable(char second, int type, int assignment, int start) {
    if (second == '=') {
      plain(assignment, start, 2);
    } else {
      plain(type, start, 1);
    }
  }

  private void doubled(
      char c,
      char second,
      char third,
      int type,
      int assignment,
      int doubledType,
      int doubledAssignment,
      int start) {
    if (second != c) {
      assignable(second, type, assignment, start);
    } else if (third == '=') {
      plain(doubledAssignment, start, 3);
    } else {
      plain(doubledType, start, 2);
    }
  }

  private void bracket(int type, int start, boolean opening) {
    if (opening) {
      open(type, start);
    } else {
      close(type, start);
    }
    position = start + 1;
  }

  private static byte[] classes() {
    byte[] classes = new byte[128];
    for (char c = 'a'; c <= 'z'; c++) {
      classes[c] = NAME_START;
      classes[c - 32] = NAME_START;
    }
    classes['_'] = NAME_START;
    for (char c = '0'; c <= '9'; c++) {
      classes[c] = DIGIT;
    }
    return classes;
  }
}
