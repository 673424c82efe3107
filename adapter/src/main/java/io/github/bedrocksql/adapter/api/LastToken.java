package io.github.bedrocksql.adapter.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list goes on, read off the end of a page's body: the call for the page after can be on
 * its way before this one is read. It is what a reader would find if the body is valid JSON: a
 * quotation mark in a string would stand behind a backslash.
 */
public final class LastToken {
  /** Tokens are shorter; a longer one is found when the page is read. */
  private static final int TAIL = 4_096;

  private static final Pattern LAST_FIELD =
      Pattern.compile("[,{]\\s*\"nextToken\"\\s*:\\s*\"([ -~&&[^\"\\\\]]+)\"\\s*}\\s*$");

  private LastToken() {}

  /** Returns the token that is the last field of a page; empty if that is not the last. */
  public static Optional<String> of(byte[] body) {
    int length = Math.min(TAIL, body.length);
    Matcher last =
        LAST_FIELD.matcher(
            new String(body, body.length - length, length, StandardCharsets.ISO_8859_1));
    return last.find() ? Optional.of(last.group(1)) : Optional.empty();
  }
}
