package io.github.bedrocksql.sandbox;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a listing goes on. As text it says nothing to whoever gets it, and holds only whole and for
 * the question that it was given for.
 *
 * @param afterEmptyPage whether the empty page before the next rows was given
 * @param last the place of the last row given; null before the first
 */
record PageToken(boolean afterEmptyPage, Rows.Place last) {
  static final PageToken START = new PageToken(false, null);

  private static final BaseEncoding TEXT = BaseEncoding.base64Url().omitPadding();
  private static final int LONGEST = 2048;
  private static final int SEAL = 64;
  private static final ImmutableSet<String> MAY_CHANGE = ImmutableSet.of("maxResults", "nextToken");

  /** Returns what must be the same for all pages of a listing. */
  static String question(String operation, Scope scope, Map<String, String> query) {
    Map<String, String> same =
        new TreeMap<>(Maps.filterKeys(query, key -> !MAY_CHANGE.contains(key)));
    return operation + " in " + scope + " " + same;
  }

  String encode(String question) {
    String place = last == null ? "" : "/" + last.rank() + "/" + last.arn();
    String content = afterEmptyPage + place;
    return TEXT.encode((seal(content, question) + content).getBytes(StandardCharsets.UTF_8));
  }

  static PageToken decode(String token, String question) {
    if (token.length() > LONGEST || !TEXT.canDecode(token)) {
      throw invalid();
    }
    String plain = new String(TEXT.decode(token), StandardCharsets.UTF_8);
    String content = plain.substring(Math.min(SEAL, plain.length()));
    if (!plain.equals(seal(content, question) + content)) {
      throw invalid();
    }
    List<String> parts = Splitter.on('/').limit(3).splitToList(content);
    return new PageToken(
        Boolean.parseBoolean(parts.get(0)),
        parts.size() == 1 ? null : new Rows.Place(Long.parseLong(parts.get(1)), parts.get(2)));
  }

  private static String seal(String content, String question) {
    return Hashing.sha256().hashString(question + " " + content, StandardCharsets.UTF_8).toString();
  }

  private static ApiException invalid() {
    return ApiException.validation("nextToken is not one of this listing");
  }
}
